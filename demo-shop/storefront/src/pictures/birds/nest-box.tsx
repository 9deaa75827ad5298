import { paint } from "../paint.ts";

/** A nest box on a birch, with a titmouse who has just moved in. */
export function NestBox() {
  return (
    <>
      <path d="M146 0 H196 Q188 120 200 240 H150 Q156 120 146 0 Z" fill={paint.chalk} />
      <path
        d="M146 34 q14 -4 20 4 q-8 6 -19 4 Z M196 70 q-16 -2 -20 6 q8 6 19 3 Z M152 206 q14 -4 20 4 q-8 6 -20 4 Z M196 222 q-14 -4 -18 3 q8 6 19 3 Z"
        fill={paint.ink}
        opacity={0.75}
      />
      <path
        d="M180 0 H196 Q188 120 200 240 H184 Q190 120 180 0 Z"
        fill={paint.stone}
        opacity={0.6}
      />
      <path
        d="M192 44 Q212 30 236 36"
        stroke={paint.stone}
        strokeWidth={8}
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M212 34 Q216 12 238 14 Q236 34 212 34 Z M220 38 Q240 44 238 62 Q222 56 220 38 Z"
        fill={paint.leaf}
      />
      <path d="M52 84 H172 V206 H52 Z" fill={paint.oak} />
      <path d="M150 84 H172 V206 H150 Z" fill={paint.bark} opacity={0.2} />
      <path
        d="M76 96 V204 M102 160 V204 M126 96 V112 M126 162 V204"
        stroke={paint.wood}
        strokeWidth={2.5}
        opacity={0.7}
      />
      <path d="M36 88 L58 44 H166 L188 88 Z" fill={paint.lake} />
      <path d="M36 88 H188 V98 H36 Z" fill={paint.deep} />
      <circle cx={112} cy={136} r={28} fill={paint.wood} />
      <circle cx={112} cy={136} r={23} fill={paint.ink} />
      <path
        d="M92 140 Q92 116 114 116 Q134 118 134 142 Q132 158 112 158 Q94 158 92 140 Z"
        fill={paint.honey}
      />
      <path
        d="M93 132 Q94 114 114 115 Q132 116 134 134 Q122 126 113 128 Q104 126 93 132 Z"
        fill={paint.ink}
      />
      <path
        d="M94 134 Q104 128 112 134 Q110 148 97 148 Z M133 136 Q124 128 114 134 Q116 148 130 148 Z"
        fill={paint.chalk}
      />
      <circle cx={103} cy={137} r={2.8} fill={paint.ink} />
      <circle cx={124} cy={138} r={2.8} fill={paint.ink} />
      <path d="M109 136 h8 l-4 9 Z" fill={paint.pebble} />
      <circle cx={112} cy={184} r={5} fill={paint.bark} />
      <path d="M48 204 H176 V214 H48 Z" fill={paint.wood} />
      <g fill={paint.coral}>
        <path
          d="M30 128 q-8 -10 -13 -1 q-1 8 13 15 q14 -7 13 -15 q-5 -9 -13 1 Z"
          transform="translate(0 -50) scale(0.8)"
        />
        <path
          d="M30 128 q-8 -10 -13 -1 q-1 8 13 15 q14 -7 13 -15 q-5 -9 -13 1 Z"
          transform="translate(-8 0)"
        />
      </g>
    </>
  );
}
