import { paint } from "../paint.ts";
import { Shadow } from "../shadow.tsx";

const RUNGS = Array.from({ length: 20 }, (_, index) => index * 18);

/** A wooden wheel with a hamster in full stride. */
export function QuietWheel() {
  return (
    <>
      <Shadow width={84} />
      <path d="M120 116 L66 204 H90 L120 150 L150 204 H174 Z" fill={paint.bark} />
      <rect x={52} y={196} width={136} height={13} rx={6.5} fill={paint.wood} />
      <circle cx={120} cy={112} r={90} fill={paint.wood} />
      <circle cx={120} cy={112} r={79} fill={paint.cream} />
      {RUNGS.map((angle) => (
        <path
          key={angle}
          d="M120 25 v8"
          transform={`rotate(${angle} 120 112)`}
          stroke={paint.oak}
          strokeWidth={6}
          strokeLinecap="round"
        />
      ))}
      <path
        d="M120 112 V36 M120 112 L54 150 M120 112 L186 150"
        stroke={paint.oak}
        strokeWidth={8}
        strokeLinecap="round"
      />
      <circle cx={120} cy={112} r={12} fill={paint.bark} />
      <circle cx={120} cy={112} r={5} fill={paint.honey} />
      <ellipse cx={100} cy={184} rx={13} ry={6} fill={paint.blush} transform="rotate(24 100 184)" />
      <ellipse
        cx={150}
        cy={181}
        rx={13}
        ry={6}
        fill={paint.blush}
        transform="rotate(-34 150 181)"
      />
      <path
        d="M80 160 Q78 122 124 120 Q150 118 168 134 Q186 148 178 162 Q168 186 122 186 Q84 186 80 160 Z"
        fill={paint.marigold}
      />
      <path d="M104 184 Q120 156 176 166 Q166 186 122 186 Z" fill={paint.cream} />
      <circle cx={82} cy={170} r={6} fill={paint.blush} />
      <circle cx={140} cy={122} r={11} fill={paint.marigold} />
      <circle cx={141} cy={123} r={6.5} fill={paint.blush} />
      <circle cx={160} cy={142} r={5} fill={paint.ink} />
      <circle cx={161.6} cy={140.4} r={1.7} fill={paint.chalk} />
      <circle cx={182} cy={153} r={4.4} fill={paint.coral} />
      <circle cx={162} cy={160} r={7.5} fill={paint.blush} />
      <ellipse cx={126} cy={189} rx={12} ry={5.5} fill={paint.blush} />
      <path
        d="M50 128 h-20 M54 148 h-26 M62 168 h-20"
        stroke={paint.heather}
        strokeWidth={5}
        strokeLinecap="round"
        opacity={0.8}
      />
    </>
  );
}
