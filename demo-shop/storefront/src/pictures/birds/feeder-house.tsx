import { paint } from "../paint.ts";

const SEEDS = Array.from({ length: 18 }, (_, index) => ({
  x: 72 + ((index * 31) % 96),
  y: 152 - ((index * 17) % 14),
}));

/** A feeder house that hangs from a branch, with a robin at the table. */
export function FeederHouse() {
  return (
    <>
      <path
        d="M0 20 Q90 34 240 14"
        stroke={paint.bark}
        strokeWidth={11}
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M188 16 Q200 -4 222 6 Q214 24 188 16 Z M40 28 Q44 50 66 48 Q64 28 40 28 Z"
        fill={paint.leaf}
      />
      <path d="M120 26 V58" stroke={paint.ink} strokeWidth={3} />
      <circle cx={120} cy={58} r={6} fill="none" stroke={paint.ink} strokeWidth={3} />
      <rect x={64} y={104} width={112} height={50} fill={paint.ice} opacity={0.7} />
      <path d="M62 154 Q90 128 120 140 Q152 130 178 154 Z" fill={paint.marigold} />
      {SEEDS.map(({ x, y }) => (
        <ellipse key={`${x} ${y}`} cx={x} cy={y} rx={4} ry={2.4} fill={paint.bark} />
      ))}
      <path d="M58 104 H72 V162 H58 Z M168 104 H182 V162 H168 Z" fill={paint.wood} />
      <path d="M24 112 L120 56 L216 112 L206 122 H34 Z" fill={paint.rust} />
      <path d="M120 56 L216 112 L206 122 H186 L112 61 Z" fill={paint.ink} opacity={0.14} />
      <path
        d="M58 106 L120 70 L182 106"
        stroke={paint.coral}
        strokeWidth={4}
        strokeLinecap="round"
        fill="none"
      />
      <rect x={36} y={160} width={168} height={18} rx={6} fill={paint.oak} />
      <rect x={36} y={170} width={168} height={8} rx={4} fill={paint.bark} opacity={0.25} />
      <g transform="translate(186 132)">
        <path d="M18 8 L48 24 L40 30 L12 18 Z" fill={paint.bark} />
        <ellipse cx={4} cy={6} rx={27} ry={23} fill={paint.wood} />
        <path d="M-22 2 Q-18 -14 0 -14 Q8 0 2 22 Q-18 24 -22 2 Z" fill={paint.coral} />
        <path d="M10 -4 Q30 2 26 20 Q10 22 6 8 Z" fill={paint.bark} />
        <circle cx={-8} cy={-8} r={3.4} fill={paint.ink} />
        <path d="M-22 -8 L-34 -3 L-21 0 Z" fill={paint.ink} />
        <path d="M0 28 v8 M8 28 v8" stroke={paint.ink} strokeWidth={2.6} />
      </g>
      <path
        d="M70 190 l3 6 M110 196 l-2 7 M150 188 l4 6"
        stroke={paint.bark}
        strokeWidth={4}
        strokeLinecap="round"
      />
    </>
  );
}
