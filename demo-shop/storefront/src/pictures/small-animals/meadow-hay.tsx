import { paint } from "../paint.ts";
import { Shadow } from "../shadow.tsx";

const STALKS = Array.from({ length: 26 }, (_, index) => ({
  x: 44 + ((index * 37) % 150),
  y: 96 + ((index * 53) % 92),
  tilt: ((index * 29) % 50) - 25,
}));

/** A bale of hay, tied with twine, with a few daisies still in it. */
export function MeadowHay() {
  return (
    <>
      <Shadow width={98} />
      <path
        d="M30 100 l-14 -10 M28 130 l-18 2 M210 112 l16 -12 M212 160 l16 6 M60 84 l-8 -18 M180 84 l10 -16 M120 78 l2 -16"
        stroke={paint.marigold}
        strokeWidth={4.5}
        strokeLinecap="round"
      />
      <rect x={26} y={80} width={188} height={126} rx={22} fill={paint.honey} />
      <path
        d="M26 170 Q120 190 214 170 V184 Q214 206 192 206 H48 Q26 206 26 184 Z"
        fill={paint.marigold}
        opacity={0.55}
      />
      {STALKS.map(({ x, y, tilt }, index) => (
        <path
          key={`${x} ${y}`}
          d={`M${x - 15} ${y} h30`}
          transform={`rotate(${tilt} ${x} ${y})`}
          stroke={[paint.butter, paint.marigold, paint.wood, paint.sage][index % 4]}
          strokeWidth={3.6}
          strokeLinecap="round"
        />
      ))}
      <path d="M76 80 V206 M164 80 V206" stroke={paint.rust} strokeWidth={7} />
      <path
        d="M164 92 q-16 -22 -22 -10 q-2 10 22 10 q24 0 22 -10 q-6 -12 -22 10 l-12 20 M164 92 l14 18"
        stroke={paint.rust}
        strokeWidth={5}
        strokeLinecap="round"
        strokeLinejoin="round"
        fill="none"
      />
      <Daisy x={52} y={74} size={1} />
      <Daisy x={112} y={68} size={1.25} />
      <Daisy x={206} y={196} size={1.1} />
      <Daisy x={100} y={150} size={0.9} />
      <g fill={paint.leaf}>
        <circle cx={30} cy={192} r={9} />
        <circle cx={44} cy={192} r={9} />
        <circle cx={37} cy={181} r={9} />
      </g>
    </>
  );
}

const PETALS = [0, 45, 90, 135, 180, 225, 270, 315];

function Daisy({ x, y, size }: { x: number; y: number; size: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      {PETALS.map((angle) => (
        <ellipse
          key={angle}
          cy={-10}
          rx={4.6}
          ry={8}
          fill={paint.chalk}
          transform={`rotate(${angle})`}
        />
      ))}
      <circle r={6} fill={paint.marigold} />
    </g>
  );
}
