import { paint } from "../paint.ts";
import { Shadow } from "../shadow.tsx";

/** A round tank with a goldfish who looks back. */
export function RoundAquarium() {
  return (
    <>
      <Shadow width={80} />
      <path d="M76 196 H164 L172 208 H68 Z" fill={paint.wood} />
      <circle cx={120} cy={114} r={92} fill={paint.ice} />
      <path d="M32 88 Q76 76 120 88 Q164 100 208 88 A92 92 0 1 1 32 88 Z" fill={paint.sky} />
      <path
        d="M52 176 Q84 160 120 170 Q160 160 188 176 A92 92 0 0 1 52 176 Z"
        fill={paint.butter}
      />
      <path
        d="M68 176 Q56 150 70 128 Q80 108 70 96 M84 172 Q94 150 84 134"
        stroke={paint.leaf}
        strokeWidth={8}
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M178 172 Q170 152 180 138"
        stroke={paint.moss}
        strokeWidth={7}
        strokeLinecap="round"
        fill="none"
      />
      <circle cx={154} cy={176} r={11} fill={paint.stone} />
      <circle cx={136} cy={181} r={7} fill={paint.pebble} />
      <path d="M158 128 Q196 96 192 128 Q200 158 158 136 Z" fill={paint.marigold} />
      <path
        d="M92 132 Q102 100 138 104 Q164 110 166 132 Q162 156 134 160 Q100 160 92 132 Z"
        fill={paint.coral}
      />
      <path d="M118 105 Q132 84 152 96 Q150 106 144 110 Z" fill={paint.marigold} />
      <path d="M128 136 Q146 132 148 150 Q132 154 128 136 Z" fill={paint.marigold} />
      <circle cx={111} cy={126} r={9} fill={paint.chalk} />
      <circle cx={109} cy={126} r={4.6} fill={paint.ink} />
      <path
        d="M97 146 q7 4 13 -1"
        stroke={paint.rust}
        strokeWidth={3}
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M136 120 q6 6 0 12 M150 122 q5 5 0 10"
        stroke={paint.rust}
        strokeWidth={2.8}
        strokeLinecap="round"
        fill="none"
        opacity={0.7}
      />
      <g fill="none" stroke={paint.chalk} strokeWidth={3}>
        <circle cx={82} cy={112} r={6} />
        <circle cx={90} cy={98} r={4} />
      </g>
      <circle
        cx={120}
        cy={114}
        r={92}
        fill="none"
        stroke={paint.lake}
        strokeWidth={5}
        opacity={0.55}
      />
      <path
        d="M46 92 Q56 56 84 42"
        stroke={paint.chalk}
        strokeWidth={8}
        strokeLinecap="round"
        fill="none"
      />
      <ellipse
        cx={120}
        cy={30}
        rx={50}
        ry={11}
        fill={paint.chalk}
        stroke={paint.lake}
        strokeWidth={4}
      />
    </>
  );
}
