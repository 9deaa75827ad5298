import { paint } from "../paint.ts";
import { Shadow } from "../shadow.tsx";

const SHINGLES = [0, 1, 2, 3].flatMap((row) =>
  Array.from({ length: 4 + row * 2 }, (_, column) => ({
    x: 120 + (column - (3 + row * 2) / 2) * 21,
    y: 62 + row * 16,
  })),
);

/** A wooden house with two round doors and a pair of ears behind it. */
export function RabbitCottage() {
  return (
    <>
      <Shadow width={96} />
      <g transform="rotate(10 168 70)">
        <path d="M150 96 Q140 26 156 16 Q172 20 168 96 Z" fill={paint.stone} />
        <path d="M154 88 Q149 38 156 30 Q164 36 162 88 Z" fill={paint.blush} />
        <path d="M176 96 Q178 34 192 30 Q206 40 192 98 Z" fill={paint.stone} />
        <path d="M180 90 Q184 48 191 44 Q198 54 188 90 Z" fill={paint.blush} />
      </g>
      <path d="M42 108 H198 V204 H42 Z" fill={paint.oak} />
      <path
        d="M42 132 H198 M42 156 H198 M42 180 H198"
        stroke={paint.wood}
        strokeWidth={3}
        opacity={0.7}
      />
      <path d="M176 108 H198 V204 H176 Z" fill={paint.bark} opacity={0.16} />
      <path d="M22 122 L64 50 H176 L218 122 Z" fill={paint.rust} />
      {SHINGLES.map(({ x, y }) => (
        <path
          key={`${x} ${y}`}
          d={`M${x - 10} ${y - 8} v6 a10 10 0 0 0 20 0 v-6 Z`}
          fill={paint.coral}
          stroke={paint.rust}
          strokeWidth={2.5}
        />
      ))}
      <path d="M62 204 V166 a26 26 0 0 1 52 0 V204 Z" fill={paint.ink} />
      <circle cx={158} cy={160} r={22} fill={paint.ink} />
      <circle cx={158} cy={160} r={22} fill="none" stroke={paint.wood} strokeWidth={6} />
      <path
        d="M62 204 V166 a26 26 0 0 1 52 0 V204"
        fill="none"
        stroke={paint.wood}
        strokeWidth={6}
      />
      <ellipse cx={150} cy={158} rx={4} ry={5} fill={paint.chalk} />
      <ellipse cx={166} cy={158} rx={4} ry={5} fill={paint.chalk} />
      <circle cx={151} cy={159} r={2} fill={paint.ink} />
      <circle cx={167} cy={159} r={2} fill={paint.ink} />
      <path d="M155 168 h6 l-3 4 Z" fill={paint.blush} />
      <path
        d="M26 206 q2 -14 -4 -22 M32 206 q0 -18 6 -24 M208 206 q-2 -16 6 -22 M216 206 q2 -10 8 -14"
        stroke={paint.leaf}
        strokeWidth={5}
        strokeLinecap="round"
        fill="none"
      />
    </>
  );
}
