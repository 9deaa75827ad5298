import { paint } from "../paint.ts";
import { Shadow } from "../shadow.tsx";

const RAIN = [
  [40, 40],
  [84, 26],
  [122, 48],
  [160, 22],
  [206, 58],
  [30, 92],
  [218, 112],
] as const;

/** A dachshund in a yellow coat, not minding the rain. */
export function RainCoat() {
  return (
    <>
      {RAIN.map(([x, y]) => (
        <path
          key={x}
          d={`M${x} ${y} l-6 18`}
          stroke={paint.lake}
          strokeWidth={4}
          strokeLinecap="round"
        />
      ))}
      <Shadow width={96} />
      <path
        d="M206 146 Q232 130 224 104"
        stroke={paint.bark}
        strokeWidth={11}
        strokeLinecap="round"
        fill="none"
      />
      <g fill={paint.bark}>
        <rect x={82} y={170} width={19} height={36} rx={9} />
        <rect x={182} y={170} width={19} height={36} rx={9} />
      </g>
      <g fill={paint.wood}>
        <rect x={64} y={170} width={20} height={37} rx={9} />
        <rect x={164} y={170} width={20} height={37} rx={9} />
        <rect x={56} y={122} width={156} height={66} rx={32} />
        <path d="M58 160 Q44 120 58 84 L96 90 L100 140 Z" />
        <path d="M22 108 Q16 96 30 92 L52 76 Q84 60 98 84 Q104 112 78 122 Q44 128 22 108 Z" />
      </g>
      <circle cx={22} cy={98} r={9} fill={paint.ink} />
      <circle cx={58} cy={90} r={5} fill={paint.ink} />
      <circle cx={59.5} cy={88.5} r={1.7} fill={paint.chalk} />
      <path
        d="M28 110 Q42 116 54 110"
        stroke={paint.bark}
        strokeWidth={3}
        strokeLinecap="round"
        fill="none"
      />
      <path d="M80 74 Q104 74 104 108 Q104 130 92 130 Q78 128 78 104 Z" fill={paint.bark} />
      <path
        d="M62 134 Q92 152 108 118 Q150 114 190 122 Q206 126 208 152 L206 176 Q140 192 78 178 Q62 166 62 134 Z"
        fill={paint.honey}
      />
      <path d="M62 134 Q92 152 108 118 L118 118 Q104 164 63 148 Z" fill={paint.marigold} />
      <path
        d="M70 174 Q140 192 206 172"
        stroke={paint.chalk}
        strokeWidth={5}
        strokeDasharray="10 6"
        fill="none"
      />
      <path d="M132 140 h34 v14 q0 10 -10 10 h-14 q-10 0 -10 -10 Z" fill={paint.marigold} />
      <circle cx={149} cy={147} r={3.4} fill={paint.chalk} />
    </>
  );
}
