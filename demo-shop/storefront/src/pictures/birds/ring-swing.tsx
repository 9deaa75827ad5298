import { paint } from "../paint.ts";

/** A budgie on a ring swing, in the middle of a thought. */
export function RingSwing() {
  return (
    <>
      <path d="M120 0 V34" stroke={paint.pebble} strokeWidth={4} strokeDasharray="8 4" />
      <circle cx={120} cy={122} r={86} fill="none" stroke={paint.wood} strokeWidth={13} />
      <path
        d="M44 82 A86 86 0 0 1 96 40"
        fill="none"
        stroke={paint.oak}
        strokeWidth={5}
        strokeLinecap="round"
      />
      <circle cx={120} cy={36} r={9} fill={paint.marigold} />
      <path d="M128 170 L142 232 L128 234 L112 172 Z" fill={paint.deep} />
      <path d="M134 168 L156 222 L142 228 Z" fill={paint.lake} />
      <path
        d="M84 98 Q84 48 122 48 Q152 48 156 92 Q166 150 142 180 Q120 194 100 176 Q82 150 84 98 Z"
        fill={paint.sage}
      />
      <path
        d="M84 98 Q84 48 122 48 Q150 48 155 86 Q140 104 118 102 Q96 108 84 98 Z"
        fill={paint.butter}
      />
      <path d="M126 106 Q160 96 160 136 Q158 166 142 182 Q120 160 126 106 Z" fill={paint.leaf} />
      <path
        d="M134 122 q8 5 17 0 M134 138 q8 5 18 0 M136 154 q7 5 15 0"
        stroke={paint.moss}
        strokeWidth={4}
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M122 58 q8 3 14 -1 M130 70 q8 3 14 -1 M132 84 q8 3 14 -2"
        stroke={paint.marigold}
        strokeWidth={4}
        strokeLinecap="round"
        fill="none"
      />
      <circle cx={106} cy={74} r={6} fill={paint.ink} />
      <circle cx={104.4} cy={72} r={2} fill={paint.chalk} />
      <path d="M88 78 Q74 82 84 100 Q94 98 96 86 Z" fill={paint.coral} />
      <circle cx={90} cy={79} r={5} fill={paint.sky} />
      <circle cx={106} cy={100} r={5} fill={paint.lake} />
      <circle cx={94} cy={104} r={3.5} fill={paint.deep} />
      <path
        d="M36 186 Q120 176 204 186"
        stroke={paint.bark}
        strokeWidth={14}
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M104 178 v10 M112 178 v11 M124 178 v11 M132 178 v10"
        stroke={paint.blush}
        strokeWidth={5}
        strokeLinecap="round"
      />
      <path d="M186 190 v16" stroke={paint.ink} strokeWidth={2.5} />
      <path d="M174 224 Q176 206 186 206 Q196 206 198 224 Z" fill={paint.honey} />
      <circle cx={186} cy={226} r={4} fill={paint.bark} />
    </>
  );
}
