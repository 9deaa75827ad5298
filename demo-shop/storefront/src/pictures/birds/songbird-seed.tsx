import { paint } from "../paint.ts";
import { Shadow } from "../shadow.tsx";

const PETALS = Array.from({ length: 14 }, (_, index) => (index * 360) / 14);
const SPILLED = [
  [30, 200, 20],
  [46, 208, -30],
  [188, 206, 14],
  [204, 199, -40],
  [216, 208, 24],
  [20, 210, -12],
] as const;

/** A paper sack with a sunflower on it, folded at the top. */
export function SongbirdSeed() {
  return (
    <>
      <Shadow width={84} />
      <path
        d="M62 62 Q54 140 50 192 Q50 206 66 206 H174 Q190 206 190 192 Q186 140 178 62 Z"
        fill={paint.oak}
      />
      <path
        d="M178 62 Q186 140 190 192 Q190 206 174 206 H156 Q168 150 158 62 Z"
        fill={paint.wood}
        opacity={0.55}
      />
      <path d="M56 36 H184 L180 70 H60 Z" fill={paint.wood} />
      <path d="M58 54 H182" stroke={paint.bark} strokeWidth={3} strokeDasharray="7 5" />
      <path d="M112 58 q8 -14 16 0 q-8 12 -16 0 Z" fill={paint.rust} />
      <g transform="translate(118 124)">
        {PETALS.map((angle) => (
          <path
            key={angle}
            d="M0 -18 Q-10 -34 0 -47 Q10 -34 0 -18 Z"
            fill={angle % 2 < 1 ? paint.marigold : paint.honey}
            transform={`rotate(${angle})`}
          />
        ))}
        <circle r={22} fill={paint.bark} />
        <circle r={14} fill="none" stroke={paint.wood} strokeWidth={3} strokeDasharray="3 4" />
        <circle r={7} fill="none" stroke={paint.wood} strokeWidth={3} strokeDasharray="3 3" />
      </g>
      <path
        d="M86 184 H150 M98 195 H138"
        stroke={paint.plum}
        strokeWidth={5}
        strokeLinecap="round"
      />
      {SPILLED.map(([x, y, angle]) => (
        <g key={x} transform={`translate(${x} ${y}) rotate(${angle})`}>
          <ellipse rx={8} ry={4.5} fill={paint.ink} />
          <path d="M-6 0 H6" stroke={paint.stone} strokeWidth={1.6} />
        </g>
      ))}
    </>
  );
}
