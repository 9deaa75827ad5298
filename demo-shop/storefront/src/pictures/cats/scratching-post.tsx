import { paint } from "../paint.ts";
import { Shadow } from "../shadow.tsx";

const WINDINGS = Array.from({ length: 11 }, (_, index) => 106 + index * 8);

/** A tall post wrapped in sisal, with a cat on top who owns it. */
export function ScratchingPost() {
  return (
    <>
      <Shadow width={78} />
      <rect x={46} y={190} width={148} height={16} rx={8} fill={paint.wood} />
      <rect x={100} y={96} width={40} height={96} fill={paint.oak} />
      {WINDINGS.map((y) => (
        <path key={y} d={`M100 ${y} l40 -6`} stroke={paint.wood} strokeWidth={3} />
      ))}
      <rect x={128} y={96} width={12} height={96} fill={paint.bark} opacity={0.16} />
      <rect x={52} y={82} width={136} height={16} rx={8} fill={paint.heather} />
      <path d="M170 98 V138" stroke={paint.ink} strokeWidth={2.5} />
      <circle cx={170} cy={150} r={13} fill={paint.coral} />
      <path
        d="M160 144 Q170 152 180 144 M160 156 Q170 148 180 156"
        stroke={paint.blush}
        strokeWidth={2.5}
        fill="none"
      />
      <path
        d="M92 76 Q62 70 64 104 Q66 126 50 124"
        stroke={paint.ink}
        strokeWidth={10}
        strokeLinecap="round"
        fill="none"
      />
      <path d="M86 84 Q80 48 104 40 L138 40 Q160 50 154 84 Z" fill={paint.ink} />
      <path
        d="M90 44 L88 8 L108 20 Q118 16 130 20 L150 8 L149 44 Q144 62 120 62 Q96 62 90 44 Z"
        fill={paint.ink}
      />
      <path d="M93 18 l2 14 l8 -7 Z M145 18 l-2 14 l-8 -7 Z" fill={paint.blush} />
      <ellipse cx={107} cy={38} rx={6.5} ry={7} fill={paint.honey} />
      <ellipse cx={132} cy={38} rx={6.5} ry={7} fill={paint.honey} />
      <ellipse cx={107} cy={38} rx={2} ry={6} fill={paint.ink} />
      <ellipse cx={132} cy={38} rx={2} ry={6} fill={paint.ink} />
      <path d="M116 47 h7 l-3.5 4 Z" fill={paint.blush} />
      <path
        d="M100 50 l-16 -2 M100 54 l-15 4 M139 50 l16 -2 M139 54 l15 4"
        stroke={paint.stone}
        strokeWidth={1.6}
        strokeLinecap="round"
      />
      <path d="M112 62 Q120 74 128 62 L126 84 L114 84 Z" fill={paint.chalk} />
    </>
  );
}
