import { paint } from "../paint.ts";
import { Shadow } from "../shadow.tsx";

/** A half round of cork bark with a spotted gecko coming out of it. */
export function CorkHide() {
  return (
    <>
      <Shadow width={104} />
      <path d="M64 206 Q60 92 128 78 Q220 78 226 206 Z" fill={paint.bark} />
      <path
        d="M104 96 Q128 82 160 92 M140 112 Q170 104 196 124 M124 128 Q132 122 142 126 M168 146 Q192 144 210 162 M184 184 Q202 178 218 188 M152 168 Q160 162 170 166"
        stroke={paint.wood}
        strokeWidth={8}
        strokeLinecap="round"
        fill="none"
      />
      <path d="M18 206 Q14 96 84 84 Q152 92 150 206 Z" fill={paint.wood} />
      <path d="M34 206 Q32 112 84 102 Q136 112 134 206 Z" fill={paint.ink} />
      <path
        d="M118 186 Q136 150 112 142"
        stroke={paint.honey}
        strokeWidth={10}
        strokeLinecap="round"
        fill="none"
      />
      <path d="M54 198 Q48 160 84 158 Q124 160 126 200 Z" fill={paint.honey} />
      <path
        d="M34 168 Q30 136 66 132 Q100 130 102 160 Q102 186 66 188 Q38 188 34 168 Z"
        fill={paint.honey}
      />
      <path d="M40 172 Q66 188 98 170 Q92 187 66 188 Q44 188 40 172 Z" fill={paint.cream} />
      <path
        d="M44 166 q22 14 46 -1"
        stroke={paint.bark}
        strokeWidth={3}
        strokeLinecap="round"
        fill="none"
      />
      <circle cx={50} cy={148} r={11} fill={paint.chalk} />
      <circle cx={86} cy={146} r={11} fill={paint.chalk} />
      <ellipse cx={51} cy={148} rx={3.4} ry={8.5} fill={paint.ink} />
      <ellipse cx={85} cy={146} rx={3.4} ry={8.5} fill={paint.ink} />
      <g fill={paint.rust}>
        <circle cx={66} cy={140} r={3.6} />
        <circle cx={74} cy={150} r={2.8} />
        <circle cx={106} cy={176} r={4.4} />
        <circle cx={94} cy={190} r={3.8} />
        <circle cx={114} cy={192} r={3.4} />
        <circle cx={128} cy={160} r={3.2} />
      </g>
      <path
        d="M56 190 Q44 196 30 204 M56 190 q-8 12 -12 16 M104 196 q4 8 10 10 M104 196 q12 2 20 10"
        stroke={paint.honey}
        strokeWidth={7}
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M206 206 q-2 -18 8 -28 M198 206 q-6 -14 -14 -18 M214 206 q8 -10 16 -12"
        stroke={paint.leaf}
        strokeWidth={6}
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M172 74 q-10 -16 4 -24 q14 6 6 24 Z M190 80 q0 -18 14 -18 q6 14 -6 24 Z"
        fill={paint.sage}
      />
    </>
  );
}
