/** The mark of the shop, a thistle whose stem curls like a tail, and its name. */
export function Logo() {
  return (
    <span className="logo">
      <svg viewBox="0 0 40 44" aria-hidden="true">
        <path
          d="M20 29 Q21 42 12 41 Q5 39 9 33"
          fill="none"
          stroke="var(--moss)"
          strokeWidth={3}
          strokeLinecap="round"
        />
        <path
          d="M12 19 L5 6 L12 11 L14 2 L18 10 L20 0 L22 10 L26 2 L28 11 L35 6 L28 19 Z"
          fill="var(--heather)"
        />
        <path d="M11.5 19 Q10 31 20 31 Q30 31 28.5 19 Q20 13.5 11.5 19 Z" fill="var(--moss)" />
        <path
          d="M15.5 26 l2.5 -4 M20 27.5 v-5 M24.5 26 l-2.5 -4"
          stroke="var(--sage)"
          strokeWidth={1.6}
          strokeLinecap="round"
        />
      </svg>
      <span className="logo-name">
        Thistle <em>&amp;</em> Tail
      </span>
    </span>
  );
}
