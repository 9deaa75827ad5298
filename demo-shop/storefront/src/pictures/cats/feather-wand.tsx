import { paint } from "../paint.ts";

/** A feather wand, and the paw it was made for. */
export function FeatherWand() {
  return (
    <>
      <path d="M22 208 L150 34" stroke={paint.wood} strokeWidth={8} strokeLinecap="round" />
      <path d="M22 208 L56 162" stroke={paint.plum} strokeWidth={13} strokeLinecap="round" />
      <path
        d="M150 34 Q196 20 196 62 Q194 96 172 104"
        stroke={paint.ink}
        strokeWidth={2.5}
        fill="none"
      />
      <Feather angle={58} color={paint.coral} vein={paint.rust} />
      <Feather angle={24} color={paint.lake} vein={paint.deep} />
      <Feather angle={-8} color={paint.honey} vein={paint.marigold} />
      <Feather angle={-38} color={paint.leaf} vein={paint.moss} />
      <circle cx={172} cy={106} r={11} fill={paint.marigold} />
      <path d="M163 108 h18" stroke={paint.bark} strokeWidth={2.5} />
      <circle cx={172} cy={113} r={2.6} fill={paint.bark} />
      <path
        d="M240 214 Q206 206 190 218 Q168 236 168 240 L240 240 Z"
        fill={paint.ink}
        opacity={0.1}
      />
      <path d="M84 240 Q80 206 100 196 Q128 184 144 204 Q152 220 150 240 Z" fill={paint.pebble} />
      <path
        d="M96 240 q-3 -10 1 -18 M140 240 q2 -10 -2 -18"
        stroke={paint.ink}
        strokeOpacity={0.25}
        strokeWidth={3}
        fill="none"
      />
      <g fill={paint.blush}>
        <ellipse cx={102} cy={206} rx={6} ry={8} transform="rotate(-24 102 206)" />
        <ellipse cx={117} cy={200} rx={6} ry={8} />
        <ellipse cx={132} cy={205} rx={6} ry={8} transform="rotate(22 132 205)" />
        <path d="M106 226 Q108 214 118 214 Q128 214 131 226 Q126 234 118 231 Q110 234 106 226 Z" />
      </g>
    </>
  );
}

function Feather({ angle, color, vein }: { angle: number; color: string; vein: string }) {
  return (
    <g transform={`translate(172 106) rotate(${angle})`}>
      <path d="M0 4 Q-20 38 -8 82 Q0 94 7 82 Q21 38 0 4 Z" fill={color} />
      <path
        d="M0 6 V80 M0 34 l-9 10 M0 34 l9 10 M0 52 l-9 10 M0 52 l9 10"
        stroke={vein}
        strokeWidth={2.5}
        strokeLinecap="round"
        fill="none"
      />
    </g>
  );
}
