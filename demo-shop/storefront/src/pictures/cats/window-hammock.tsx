import { paint } from "../paint.ts";

/** A hammock on a window pane, and a cat that has poured itself into it. */
export function WindowHammock() {
  return (
    <>
      <rect x={30} y={18} width={180} height={194} rx={10} fill={paint.chalk} />
      <rect x={42} y={30} width={156} height={170} rx={4} fill={paint.sky} />
      <circle cx={166} cy={62} r={20} fill={paint.butter} />
      <path d="M42 152 Q84 116 128 148 Q168 124 198 144 V200 H42 Z" fill={paint.sage} />
      <path d="M42 176 Q96 150 198 178 V200 H42 Z" fill={paint.leaf} />
      <path d="M62 62 q8 -14 22 -6 q14 -8 20 6 q10 2 8 10 H56 q-2 -8 6 -10 Z" fill={paint.chalk} />
      <path d="M120 30 V200 M42 96 H198" stroke={paint.chalk} strokeWidth={7} />
      <g fill={paint.lake} opacity={0.75}>
        <circle cx={58} cy={92} r={11} />
        <circle cx={182} cy={92} r={11} />
      </g>
      <path
        d="M58 92 L52 150 M182 92 L188 150"
        stroke={paint.bark}
        strokeWidth={3.5}
        strokeLinecap="round"
      />
      <path
        d="M162 148 Q176 160 170 190 Q166 204 178 206"
        stroke={paint.marigold}
        strokeWidth={11}
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M66 150 Q66 116 112 114 Q164 110 176 142 Q178 158 160 160 L74 160 Z"
        fill={paint.marigold}
      />
      <path
        d="M124 114 q4 12 0 22 M142 114 q5 12 1 22 M158 121 q4 10 1 18"
        stroke={paint.rust}
        strokeWidth={6}
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M58 140 L54 108 L72 118 Q82 114 92 118 L110 108 L107 140 Q100 156 82 156 Q64 156 58 140 Z"
        fill={paint.honey}
      />
      <path
        d="M68 134 q5 5 10 0 M88 134 q5 5 10 0 M79 143 q4 4 8 0"
        stroke={paint.ink}
        strokeWidth={2.8}
        strokeLinecap="round"
        fill="none"
      />
      <path d="M79 138 h8 l-4 4 Z" fill={paint.rust} />
      <path d="M40 148 Q120 172 200 148 Q196 186 120 188 Q44 186 40 148 Z" fill={paint.heather} />
      <path
        d="M46 162 Q120 184 194 162 M58 175 Q120 192 182 175"
        stroke={paint.lilac}
        strokeWidth={4}
        fill="none"
      />
      <ellipse cx={98} cy={166} rx={12} ry={9} fill={paint.honey} />
    </>
  );
}
