import { paint } from "../paint.ts";
import { Shadow } from "../shadow.tsx";

const FLAKES = [
  [40, 40, 10, paint.coral],
  [62, 66, 40, paint.leaf],
  [34, 86, -20, paint.marigold],
  [58, 112, 60, paint.rust],
  [30, 132, 15, paint.leaf],
  [50, 158, -35, paint.coral],
  [26, 180, 24, paint.marigold],
] as const;

/** A round tin with a fish on its label and flakes raining down beside it. */
export function DailyFlakes() {
  return (
    <>
      <Shadow width={68} x={140} />
      {FLAKES.map(([x, y, angle, color]) => (
        <path
          key={y}
          d="M-9 -3 L1 -9 L9 -1 L4 8 L-6 7 Z"
          transform={`translate(${x} ${y}) rotate(${angle})`}
          fill={color}
        />
      ))}
      <path d="M80 64 V190 Q84 208 140 208 Q196 208 200 190 V64 Z" fill={paint.deep} />
      <path
        d="M80 84 V170 Q84 188 140 188 Q196 188 200 170 V84 Q196 102 140 102 Q84 102 80 84 Z"
        fill={paint.sky}
      />
      <path d="M178 60 V202 Q198 198 200 190 V64 Z" fill={paint.ink} opacity={0.14} />
      <path
        d="M80 158 q10 -9 20 0 t20 0 t20 0 t20 0 t20 0 t20 0 V170 Q196 188 140 188 Q84 188 80 170 Z"
        fill={paint.lake}
      />
      <path d="M158 132 L184 116 Q178 134 184 152 Z" fill={paint.marigold} />
      <path
        d="M96 134 Q110 108 138 112 Q158 118 164 134 Q156 152 136 156 Q108 158 96 134 Z"
        fill={paint.honey}
      />
      <path
        d="M120 112 Q132 98 148 106 L146 116 Z M122 155 Q132 168 144 160 L140 152 Z"
        fill={paint.marigold}
      />
      <path
        d="M126 114 Q134 134 126 155 M144 116 Q151 134 144 153"
        stroke={paint.plum}
        strokeWidth={6}
        strokeLinecap="round"
        fill="none"
      />
      <circle cx={112} cy={130} r={5.5} fill={paint.chalk} />
      <circle cx={111} cy={130} r={3} fill={paint.ink} />
      <path
        d="M72 52 Q76 30 140 30 Q204 30 208 52 V66 Q204 82 140 82 Q76 82 72 66 Z"
        fill={paint.marigold}
      />
      <ellipse cx={140} cy={50} rx={68} ry={20} fill={paint.honey} />
      <g fill={paint.bark}>
        <ellipse cx={118} cy={47} rx={5} ry={3} />
        <ellipse cx={140} cy={42} rx={5} ry={3} />
        <ellipse cx={162} cy={47} rx={5} ry={3} />
        <ellipse cx={128} cy={57} rx={5} ry={3} />
        <ellipse cx={152} cy={57} rx={5} ry={3} />
      </g>
    </>
  );
}
