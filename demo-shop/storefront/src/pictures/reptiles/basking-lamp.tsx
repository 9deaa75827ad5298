import { paint } from "../paint.ts";
import { Shadow } from "../shadow.tsx";

/** A warm lamp, and a lizard who has found the best place under it. */
export function BaskingLamp() {
  return (
    <>
      <path d="M78 92 L18 206 H210 L158 92 Z" fill={paint.butter} opacity={0.85} />
      <path d="M92 92 L60 206 H170 L144 92 Z" fill={paint.cream} opacity={0.9} />
      <Shadow width={96} x={116} />
      <path
        d="M128 16 Q208 2 212 64 V200"
        stroke={paint.pebble}
        strokeWidth={9}
        strokeLinecap="round"
        fill="none"
      />
      <path d="M196 196 H228 V208 H196 Z" fill={paint.ink} />
      <ellipse cx={118} cy={94} rx={24} ry={15} fill={paint.honey} />
      <path d="M100 22 H138 V42 Q172 54 178 94 H60 Q66 54 100 42 Z" fill={paint.coral} />
      <path
        d="M138 22 V42 Q172 54 178 94 H148 Q146 58 124 42 V22 Z"
        fill={paint.rust}
        opacity={0.5}
      />
      <path d="M108 8 H130 Q138 8 138 22 H100 Q100 8 108 8 Z" fill={paint.ink} />
      <path d="M28 206 Q34 170 78 172 Q104 158 146 168 Q190 170 194 206 Z" fill={paint.pebble} />
      <path
        d="M52 194 Q62 180 86 184"
        stroke={paint.stone}
        strokeWidth={6}
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M150 166 Q184 160 188 182 Q190 198 174 194"
        stroke={paint.leaf}
        strokeWidth={10}
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M82 172 l-8 12 h-8 M132 172 l10 12 h8"
        stroke={paint.moss}
        strokeWidth={7}
        strokeLinecap="round"
        strokeLinejoin="round"
        fill="none"
      />
      <path
        d="M74 160 Q92 140 130 148 Q158 154 158 168 Q150 178 112 176 Q82 178 74 160 Z"
        fill={paint.leaf}
      />
      <path
        d="M40 152 Q44 128 70 130 Q92 132 94 152 Q92 168 70 168 Q42 168 40 152 Z"
        fill={paint.leaf}
      />
      <path
        d="M92 146 l6 -8 l5 8 l6 -8 l5 9 l6 -8 l6 9 l6 -7 l6 9"
        fill={paint.marigold}
        stroke={paint.marigold}
        strokeWidth={3}
        strokeLinejoin="round"
      />
      <path
        d="M56 144 q6 5 12 0"
        stroke={paint.ink}
        strokeWidth={3.2}
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M43 156 q12 8 24 3"
        stroke={paint.moss}
        strokeWidth={3}
        strokeLinecap="round"
        fill="none"
      />
      <g fill={paint.sage}>
        <circle cx={108} cy={160} r={4} />
        <circle cx={124} cy={164} r={3.4} />
        <circle cx={138} cy={160} r={3.4} />
      </g>
    </>
  );
}
