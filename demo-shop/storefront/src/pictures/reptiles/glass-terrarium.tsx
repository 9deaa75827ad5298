import { paint } from "../paint.ts";
import { Shadow } from "../shadow.tsx";

/** A terrarium in an oak frame, with a tortoise who walks through it. */
export function GlassTerrarium() {
  return (
    <>
      <Shadow width={106} />
      <rect x={16} y={48} width={208} height={156} rx={8} fill={paint.ice} />
      <path d="M24 160 Q70 140 120 154 Q176 142 216 158 V196 H24 Z" fill={paint.butter} />
      <path d="M24 178 Q100 164 216 180 V196 H24 Z" fill={paint.honey} />
      <path
        d="M50 160 Q46 120 52 92 M50 138 Q36 134 36 118 M51 122 Q64 120 66 104"
        stroke={paint.leaf}
        strokeWidth={13}
        strokeLinecap="round"
        fill="none"
      />
      <circle cx={52} cy={84} r={8} fill={paint.coral} />
      <path
        d="M182 162 Q174 118 158 104 M184 160 Q186 118 180 92 M188 160 Q198 128 210 116"
        stroke={paint.moss}
        strokeWidth={8}
        strokeLinecap="round"
        fill="none"
      />
      <ellipse cx={204} cy={170} rx={16} ry={9} fill={paint.pebble} />
      <g fill={paint.leaf}>
        <path d="M84 168 h18 v16 h-16 Z" />
        <path d="M134 168 h18 v16 h-16 Z" />
        <path d="M150 152 Q156 130 174 134 Q188 140 182 154 Q172 168 150 164 Z" />
      </g>
      <path d="M68 168 Q70 114 114 112 Q160 114 164 168 Z" fill={paint.wood} />
      <path
        d="M100 130 L116 122 L134 130 L134 148 L116 156 L100 148 Z M78 166 L84 146 L100 148 L106 166 Z M128 166 L134 148 L150 146 L158 166 Z"
        fill={paint.oak}
        stroke={paint.bark}
        strokeWidth={3}
        strokeLinejoin="round"
      />
      <rect x={62} y={162} width={106} height={11} rx={5.5} fill={paint.bark} />
      <circle cx={173} cy={144} r={3.6} fill={paint.ink} />
      <path
        d="M174 157 q5 1 8 -3"
        stroke={paint.moss}
        strokeWidth={2.6}
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M36 190 L92 60 H118 L62 190 Z M140 190 L172 116 H182 L150 190 Z"
        fill={paint.chalk}
        opacity={0.35}
      />
      <rect
        x={16}
        y={48}
        width={208}
        height={156}
        rx={8}
        fill="none"
        stroke={paint.wood}
        strokeWidth={13}
      />
      <path d="M120 54 V198" stroke={paint.wood} strokeWidth={5} opacity={0.5} />
      <rect x={12} y={34} width={216} height={22} rx={7} fill={paint.bark} />
      <path d="M28 45 H212" stroke={paint.oak} strokeWidth={3} strokeDasharray="4 5" />
      <g fill={paint.marigold}>
        <rect x={108} y={74} width={5} height={20} rx={2.5} />
        <rect x={127} y={74} width={5} height={20} rx={2.5} />
      </g>
    </>
  );
}
