import { paint } from "../paint.ts";

/** A ruined castle on the bottom of the sea, and the fish who inherited it. */
export function CastleOrnament() {
  return (
    <>
      <path d="M0 196 Q60 180 120 192 Q190 180 240 194 V240 H0 Z" fill={paint.butter} />
      <g fill={paint.lilac}>
        <path d="M48 96 H96 V200 H48 Z" />
        <path d="M146 84 H196 V200 H146 Z" />
        <path d="M84 124 H160 V200 H84 Z" />
        <path d="M84 112 h14 v14 h12 v-14 h14 v14 h12 v-14 h14 v14 h10 v12 H84 Z" />
      </g>
      <path
        d="M80 96 H96 V200 H80 Z M178 84 H196 V200 H178 Z"
        fill={paint.heather}
        opacity={0.55}
      />
      <path d="M40 100 L72 36 L104 100 Z" fill={paint.plum} />
      <path d="M72 36 L104 100 H84 Z" fill={paint.ink} opacity={0.25} />
      <g fill={paint.lilac}>
        <path d="M140 66 h14 v12 h10 v-12 h14 v12 h10 v-12 h14 v26 h-62 Z" />
      </g>
      <path d="M72 38 V14" stroke={paint.bark} strokeWidth={4} strokeLinecap="round" />
      <path d="M72 14 L98 20 L72 30 Z" fill={paint.coral} />
      <path d="M102 200 V164 a20 20 0 0 1 40 0 V200 Z" fill={paint.ink} />
      <path
        d="M64 134 V122 a8 8 0 0 1 16 0 V134 Z M162 126 V112 a9 9 0 0 1 18 0 V126 Z"
        fill={paint.ink}
      />
      <path
        d="M52 150 h12 M68 164 h12 M52 178 h12 M152 146 h12 M170 160 h12 M152 176 h12 M92 148 h12 M136 150 h12"
        stroke={paint.heather}
        strokeWidth={4}
        strokeLinecap="round"
      />
      <path d="M132 184 Q148 170 146 184 Q150 198 132 188 Z" fill={paint.honey} />
      <ellipse cx={118} cy={186} rx={18} ry={12} fill={paint.marigold} />
      <path
        d="M112 175 q4 10 0 22 M122 175 q4 10 0 22"
        stroke={paint.chalk}
        strokeWidth={4}
        fill="none"
      />
      <circle cx={106} cy={183} r={3} fill={paint.ink} />
      <path
        d="M28 206 Q16 176 30 152 Q38 132 26 116 M208 206 Q222 180 212 156"
        stroke={paint.leaf}
        strokeWidth={9}
        strokeLinecap="round"
        fill="none"
      />
      <g fill="none" stroke={paint.chalk} strokeWidth={3.4}>
        <circle cx={118} cy={90} r={8} />
        <circle cx={130} cy={68} r={5.5} />
        <circle cx={118} cy={48} r={4} />
        <circle cx={218} cy={60} r={7} />
        <circle cx={210} cy={38} r={4} />
      </g>
    </>
  );
}
