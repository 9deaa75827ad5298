import { paint } from "../paint.ts";
import { Shadow } from "../shadow.tsx";

const SPIKES = Array.from({ length: 15 }, (_, index) => 158 + index * 14.5);

/** A plush hedgehog, seen from the side, smiling. */
export function HedgehogPlush() {
  return (
    <>
      <Shadow width={82} />
      <path d={coat(88)} fill={paint.bark} />
      <path d={coat(74)} fill={paint.wood} />
      <path
        d="M52 190 Q34 182 30 168 Q24 164 28 157 Q50 138 68 118 Q92 116 98 150 Q104 196 84 198 Z"
        fill={paint.butter}
      />
      <path d="M84 198 Q130 186 186 196 Q178 206 120 205 Q96 205 84 198 Z" fill={paint.butter} />
      <circle cx={31} cy={161} r={9} fill={paint.ink} />
      <circle cx={28} cy={158} r={2.6} fill={paint.chalk} />
      <circle cx={66} cy={148} r={6} fill={paint.ink} />
      <circle cx={68} cy={146} r={2} fill={paint.chalk} />
      <path
        d="M44 178 Q56 184 66 176"
        stroke={paint.ink}
        strokeWidth={3.5}
        strokeLinecap="round"
        fill="none"
      />
      <circle cx={74} cy={168} r={9} fill={paint.blush} />
      <circle cx={92} cy={126} r={15} fill={paint.wood} />
      <circle cx={91} cy={128} r={9} fill={paint.blush} />
      <ellipse cx={88} cy={203} rx={16} ry={8} fill={paint.oak} />
      <ellipse cx={158} cy={203} rx={16} ry={8} fill={paint.oak} />
      <path
        d="M118 112 l10 -8 M142 130 l12 -6 M120 150 l12 -4 M156 158 l12 -2 M166 112 l9 -8"
        stroke={paint.bark}
        strokeWidth={5}
        strokeLinecap="round"
      />
    </>
  );
}

/** A half disk whose rim runs between `radius` and a bit less, spike by spike. */
function coat(radius: number): string {
  const rim = SPIKES.flatMap((angle) => [point(angle, radius), point(angle + 7, radius - 15)]);
  return `M66 196 L${rim.join(" L")} L196 190 Q190 202 170 202 L84 202 Z`;
}

function point(angle: number, radius: number): string {
  const radians = (angle * Math.PI) / 180;
  const x = 126 + radius * Math.cos(radians);
  const y = 160 + radius * 1.04 * Math.sin(radians);
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
