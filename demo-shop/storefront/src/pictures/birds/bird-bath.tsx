import { paint } from "../paint.ts";
import { Shadow } from "../shadow.tsx";

const DROPS = [
  [72, 62],
  [92, 40],
  [118, 52],
  [146, 44],
  [168, 66],
  [58, 84],
  [182, 88],
] as const;

/** A sandstone bath in which a small bird makes a large splash. */
export function BirdBath() {
  return (
    <>
      <Shadow width={66} />
      <path d="M96 144 Q112 168 98 190 H142 Q128 168 144 144 Z" fill={paint.oak} />
      <path d="M126 144 Q120 170 128 190 H142 Q128 168 144 144 Z" fill={paint.wood} opacity={0.5} />
      <path d="M70 206 Q72 188 92 188 H148 Q168 188 170 206 Z" fill={paint.oak} />
      <path d="M24 112 Q34 154 120 156 Q206 154 216 112 Z" fill={paint.oak} />
      <path d="M120 156 Q206 154 216 112 H190 Q178 148 120 156 Z" fill={paint.wood} opacity={0.5} />
      <ellipse cx={120} cy={112} rx={98} ry={23} fill={paint.butter} />
      <ellipse cx={120} cy={113} rx={84} ry={16} fill={paint.lake} />
      <ellipse cx={120} cy={116} rx={58} ry={9} fill={paint.sky} />
      <path d="M150 96 L184 82 L180 98 L154 108 Z" fill={paint.deep} />
      <path
        d="M86 96 Q84 66 112 64 Q128 64 132 78 Q160 82 158 108 Q150 120 120 120 Q90 120 86 96 Z"
        fill={paint.lake}
      />
      <path d="M88 104 Q92 84 112 90 Q124 106 118 120 Q92 118 88 104 Z" fill={paint.blush} />
      <path d="M124 88 Q156 66 170 74 Q162 100 132 106 Z" fill={paint.deep} />
      <circle cx={102} cy={80} r={4.2} fill={paint.ink} />
      <circle cx={100.8} cy={78.6} r={1.4} fill={paint.chalk} />
      <path d="M88 80 L72 86 L88 92 Z" fill={paint.marigold} />
      {DROPS.map(([x, y]) => (
        <path key={x} d={`M${x} ${y} q8 12 0 15 q-8 -3 0 -15 Z`} fill={paint.lake} />
      ))}
      <path
        d="M52 118 q8 5 16 0 M172 119 q8 5 16 0"
        stroke={paint.chalk}
        strokeWidth={3}
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M34 206 q-4 -20 4 -30 M42 206 q2 -16 10 -20 M198 206 q4 -20 -4 -28"
        stroke={paint.leaf}
        strokeWidth={5}
        strokeLinecap="round"
        fill="none"
      />
    </>
  );
}
