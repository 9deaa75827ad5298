import { paint } from "../paint.ts";
import { Shadow } from "../shadow.tsx";

const FRONDS = [
  { angle: -62, length: 96, color: paint.moss },
  { angle: 58, length: 92, color: paint.moss },
  { angle: -40, length: 124, color: paint.leaf },
  { angle: 38, length: 120, color: paint.leaf },
  { angle: -18, length: 146, color: paint.moss },
  { angle: 17, length: 142, color: paint.moss },
  { angle: 0, length: 158, color: paint.leaf },
] as const;

/** A fern tied to a river stone, and a shrimp at home in it. */
export function JavaFern() {
  return (
    <>
      <Shadow width={84} />
      {FRONDS.map(({ angle, length, color }) => (
        <g key={angle} transform={`translate(120 178) rotate(${angle})`}>
          <path
            d={`M0 0 Q-20 ${-length * 0.45} ${angle / 5} ${-length} Q22 ${-length * 0.45} 0 0 Z`}
            fill={color}
          />
          <path
            d={`M0 0 Q0 ${-length * 0.5} ${angle / 6} ${-length + 10}`}
            stroke={paint.sage}
            strokeWidth={3}
            strokeLinecap="round"
            fill="none"
          />
        </g>
      ))}
      <path
        d="M46 196 Q44 166 84 164 Q120 152 156 166 Q196 168 194 196 Q190 208 120 208 Q50 208 46 196 Z"
        fill={paint.pebble}
      />
      <path
        d="M60 184 Q72 170 100 170"
        stroke={paint.stone}
        strokeWidth={6}
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M92 160 Q100 186 96 207 M146 162 Q140 186 146 207"
        stroke={paint.bark}
        strokeWidth={3.5}
        fill="none"
      />
      <path
        d="M166 160 Q184 150 190 168 Q192 184 178 184"
        stroke={paint.coral}
        strokeWidth={12}
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M164 156 q-14 -8 -22 -4 M164 160 q-14 0 -22 8 M172 170 l-3 12 M181 172 l-1 14"
        stroke={paint.rust}
        strokeWidth={2.4}
        strokeLinecap="round"
        fill="none"
      />
      <circle cx={168} cy={156} r={2.6} fill={paint.ink} />
      <g fill="none" stroke={paint.chalk} strokeWidth={3.2}>
        <circle cx={52} cy={70} r={8} />
        <circle cx={66} cy={46} r={5} />
        <circle cx={196} cy={60} r={6} />
        <circle cx={188} cy={36} r={4} />
      </g>
    </>
  );
}
