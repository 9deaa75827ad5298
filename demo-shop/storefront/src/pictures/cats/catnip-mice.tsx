import { paint } from "../paint.ts";

/** Three felt mice, each in a color of its own. */
export function CatnipMice() {
  return (
    <>
      <Mouse transform="translate(134 88) scale(0.82)" coat={paint.lilac} ear={paint.heather} />
      <Mouse
        transform="translate(104 148) scale(-0.88 0.88)"
        coat={paint.stone}
        ear={paint.blush}
      />
      <Mouse transform="translate(132 204) scale(0.96)" coat={paint.coral} ear={paint.butter} />
      <g transform="translate(30 84) rotate(-38)">
        <Leaf />
        <g transform="translate(20 12) rotate(70) scale(0.8)">
          <Leaf />
        </g>
      </g>
    </>
  );
}

interface MouseProps {
  transform: string;
  coat: string;
  ear: string;
}

function Mouse({ transform, coat, ear }: MouseProps) {
  return (
    <g transform={transform}>
      <ellipse cx={0} cy={12} rx={62} ry={8} fill={paint.ink} opacity={0.13} />
      <path
        d="M52 2 Q82 6 82 -14 Q82 -30 96 -26"
        stroke={paint.bark}
        strokeWidth={4.5}
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M-70 6 Q-56 -20 -22 -36 Q24 -52 52 -18 Q62 8 48 12 L-58 12 Q-70 12 -70 6 Z"
        fill={coat}
      />
      <path
        d="M-70 6 Q-70 12 -58 12 L48 12 Q56 10 55 0 Q0 12 -70 6 Z"
        fill={paint.ink}
        opacity={0.1}
      />
      <circle cx={-18} cy={-34} r={17} fill={coat} />
      <circle cx={-18} cy={-34} r={11} fill={ear} />
      <path d="M-70 6 Q-73 -1 -65 -3 Q-60 2 -64 7 Z" fill={paint.ink} />
      <circle cx={-44} cy={-10} r={4} fill={paint.ink} />
      <path
        d="M-56 4 l-12 8 M-54 6 l-4 11"
        stroke={paint.ink}
        strokeWidth={1.8}
        strokeLinecap="round"
      />
      <path
        d="M-4 -6 q6 -6 12 0 M14 -18 q6 -6 12 0 M20 2 q6 -6 12 0"
        stroke={paint.ink}
        strokeOpacity={0.3}
        strokeWidth={2.6}
        strokeLinecap="round"
        fill="none"
      />
    </g>
  );
}

function Leaf() {
  return (
    <>
      <path d="M0 0 Q16 -26 44 -10 Q32 18 0 0 Z" fill={paint.leaf} />
      <path d="M0 0 L34 -7" stroke={paint.moss} strokeWidth={2.4} strokeLinecap="round" />
    </>
  );
}
