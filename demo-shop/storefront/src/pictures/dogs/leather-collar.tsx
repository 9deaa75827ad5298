import { paint } from "../paint.ts";
import { Shadow } from "../shadow.tsx";

const HOLES = [
  [58, 116],
  [76, 129],
  [98, 137],
] as const;

/** A leather collar lying in a ring, with a brass buckle and a heart-shaped tag. */
export function LeatherCollar() {
  return (
    <>
      <Shadow width={74} />
      <ellipse cx={120} cy={94} rx={84} ry={48} fill="none" stroke={paint.bark} strokeWidth={24} />
      <path d="M36 94 A84 48 0 0 0 204 94" fill="none" stroke={paint.rust} strokeWidth={28} />
      <path
        d="M36 94 A84 48 0 0 0 204 94"
        fill="none"
        stroke={paint.butter}
        strokeWidth={2.5}
        strokeDasharray="6 5"
        transform="translate(0 -9)"
      />
      <path
        d="M36 94 A84 48 0 0 0 204 94"
        fill="none"
        stroke={paint.butter}
        strokeWidth={2.5}
        strokeDasharray="6 5"
        transform="translate(0 9)"
      />
      {HOLES.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r={3.6} fill={paint.ink} opacity={0.65} />
      ))}
      <g transform="rotate(-21 172 132)">
        <rect
          x={152}
          y={112}
          width={40}
          height={42}
          rx={8}
          fill="none"
          stroke={paint.marigold}
          strokeWidth={8}
        />
        <rect x={148} y={129} width={30} height={7} rx={3.5} fill={paint.honey} />
      </g>
      <circle cx={120} cy={156} r={10} fill="none" stroke={paint.pebble} strokeWidth={5} />
      <path
        d="M120 214 Q84 192 90 174 Q96 158 112 166 Q118 169 120 174 Q122 169 128 166 Q144 158 150 174 Q156 192 120 214 Z"
        fill={paint.honey}
      />
      <path d="M120 214 Q84 192 90 174 Q96 158 110 165 Q98 176 120 214 Z" fill={paint.marigold} />
      <path
        d="M112 186 h22 M115 194 h15"
        stroke={paint.bark}
        strokeWidth={3}
        strokeLinecap="round"
      />
    </>
  );
}
