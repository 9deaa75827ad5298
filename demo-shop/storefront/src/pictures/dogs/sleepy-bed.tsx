import { paint } from "../paint.ts";
import { Shadow } from "../shadow.tsx";

/** A round bed in which a spotted dog has been asleep for hours. */
export function SleepyBed() {
  return (
    <>
      <Shadow width={104} />
      <ellipse cx={120} cy={154} rx={104} ry={50} fill={paint.plum} />
      <ellipse cx={120} cy={142} rx={104} ry={50} fill={paint.heather} />
      <ellipse cx={120} cy={142} rx={76} ry={32} fill={paint.plum} opacity={0.55} />
      <path
        d="M52 136 Q52 86 112 86 Q176 84 186 136 Q188 164 120 166 Q54 166 52 136 Z"
        fill={paint.cream}
      />
      <path d="M120 87 Q162 82 180 116 Q160 132 134 122 Q114 108 120 87 Z" fill={paint.wood} />
      <path
        d="M178 132 Q190 158 142 162 Q120 162 114 154"
        stroke={paint.oak}
        strokeWidth={13}
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M54 136 Q46 116 66 108 Q98 100 112 124 Q116 150 88 156 Q62 158 54 136 Z"
        fill={paint.chalk}
      />
      <path d="M94 106 Q122 106 120 136 Q116 152 104 142 Q92 126 94 106 Z" fill={paint.wood} />
      <ellipse cx={57} cy={141} rx={9} ry={7} fill={paint.ink} />
      <path
        d="M72 128 q8 6 15 0 M64 150 q8 4 14 -1"
        stroke={paint.ink}
        strokeWidth={3.2}
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M16 142 Q18 192 120 192 Q222 192 224 142 Q216 174 120 175 Q24 174 16 142 Z"
        fill={paint.lilac}
      />
      <path
        d="M40 172 q4 8 8 11 M80 184 q2 5 4 7 M160 184 q-2 5 -4 7 M200 172 q-4 8 -8 11"
        stroke={paint.plum}
        strokeWidth={3}
        strokeLinecap="round"
        fill="none"
        opacity={0.5}
      />
      <g
        fill="none"
        stroke={paint.plum}
        strokeWidth={5}
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="M74 74 h14 l-14 16 h14" />
        <path d="M100 44 h19 l-19 22 h19" />
      </g>
    </>
  );
}
