import { paint } from "../paint.ts";
import { Shadow } from "../shadow.tsx";

const STITCHES = [
  [66, 96],
  [94, 62],
  [150, 64],
  [182, 104],
  [196, 152],
  [48, 150],
] as const;

/** A felt cave. Somebody is in. */
export function FeltCave() {
  return (
    <>
      <Shadow width={96} />
      <path
        d="M26 176 Q22 60 112 42 Q118 26 128 40 Q220 58 214 176 Q212 206 172 206 L66 206 Q28 206 26 176 Z"
        fill={paint.sage}
      />
      <path
        d="M128 40 Q220 58 214 176 Q212 206 172 206 L150 206 Q204 176 180 104 Q164 62 128 40 Z"
        fill={paint.leaf}
        opacity={0.45}
      />
      <path d="M112 42 Q100 26 114 20 Q124 14 132 22 Q138 32 128 40 Z" fill={paint.leaf} />
      {STITCHES.map(([x, y]) => (
        <path
          key={x}
          d={`M${x} ${y} l7 4 M${x + 7} ${y} l-7 4`}
          stroke={paint.moss}
          strokeWidth={2.6}
          strokeLinecap="round"
          opacity={0.5}
        />
      ))}
      <ellipse cx={114} cy={150} rx={58} ry={48} fill={paint.moss} />
      <ellipse cx={114} cy={153} rx={50} ry={42} fill={paint.ink} />
      <path d="M82 150 L80 124 L98 134 Z M146 150 L148 124 L130 134 Z" fill={paint.plum} />
      <path
        d="M78 162 Q78 132 114 132 Q150 132 150 162 Q148 188 114 188 Q80 188 78 162 Z"
        fill={paint.plum}
      />
      <ellipse cx={98} cy={156} rx={9} ry={9.5} fill={paint.honey} />
      <ellipse cx={130} cy={156} rx={9} ry={9.5} fill={paint.honey} />
      <ellipse cx={98} cy={156} rx={4} ry={8} fill={paint.ink} />
      <ellipse cx={130} cy={156} rx={4} ry={8} fill={paint.ink} />
      <circle cx={100} cy={152} r={2} fill={paint.chalk} />
      <circle cx={132} cy={152} r={2} fill={paint.chalk} />
      <path d="M109 168 h10 l-5 6 Z" fill={paint.blush} />
      <path
        d="M114 174 q-5 7 -11 3 M114 174 q5 7 11 3"
        stroke={paint.blush}
        strokeWidth={2.4}
        strokeLinecap="round"
        fill="none"
      />
    </>
  );
}
