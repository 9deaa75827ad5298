import { paint } from "../paint.ts";
import { Shadow } from "../shadow.tsx";

/** A round tin with its lid curled back and a salmon on its label. */
export function SalmonPate() {
  return (
    <>
      <Shadow width={88} />
      <path d="M40 112 V184 Q44 208 120 208 Q196 208 200 184 V112 Z" fill={paint.stone} />
      <path
        d="M40 122 V180 Q44 204 120 204 Q196 204 200 180 V122 Q190 146 120 146 Q50 146 40 122 Z"
        fill={paint.coral}
      />
      <path
        d="M172 140 V198 Q196 194 200 180 V122 Q196 134 172 140 Z"
        fill={paint.rust}
        opacity={0.4}
      />
      <path
        d="M72 176 Q92 154 124 156 Q146 158 156 172 L176 160 Q170 176 176 192 L156 180 Q144 194 120 194 Q90 194 72 176 Z"
        fill={paint.cream}
      />
      <circle cx={90} cy={172} r={4} fill={paint.ink} />
      <path
        d="M104 164 Q112 176 104 188 M120 168 q5 6 0 12 M134 170 q5 6 0 12"
        stroke={paint.coral}
        strokeWidth={3}
        strokeLinecap="round"
        fill="none"
      />
      <ellipse cx={120} cy={112} rx={80} ry={26} fill={paint.stone} />
      <ellipse cx={120} cy={112} rx={70} ry={20} fill={paint.pebble} />
      <path
        d="M52 116 Q66 96 92 102 Q112 90 132 100 Q160 94 188 114 Q176 132 120 132 Q66 132 52 116 Z"
        fill={paint.blush}
      />
      <path
        d="M78 114 q8 -6 16 0 M112 110 q8 -6 16 0 M146 116 q8 -6 16 0 M102 122 q8 -5 16 0"
        stroke={paint.coral}
        strokeWidth={3.4}
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M56 96 Q62 44 128 38 Q176 36 184 68 Q180 78 170 72 Q164 58 130 62 Q92 66 78 92 Z"
        fill={paint.ice}
      />
      <path d="M56 96 Q62 44 128 38 Q150 37 164 44 Q108 44 68 92 Z" fill={paint.stone} />
      <ellipse
        cx={174}
        cy={68}
        rx={13}
        ry={9}
        fill="none"
        stroke={paint.pebble}
        strokeWidth={5}
        transform="rotate(24 174 68)"
      />
    </>
  );
}
