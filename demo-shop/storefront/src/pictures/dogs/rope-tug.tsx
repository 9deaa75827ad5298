import { paint } from "../paint.ts";
import { Shadow } from "../shadow.tsx";

const STRANDS = Array.from({ length: 9 }, (_, index) => index);
const FRAYS = [-34, -20, -7, 7, 20, 34];

/** A braided rope with a knot at each end, ready to be pulled. */
export function RopeTug() {
  return (
    <>
      <Shadow width={76} />
      <g transform="translate(120 122) rotate(-38)">
        {STRANDS.map((strand) => (
          <ellipse
            key={strand}
            cx={-60 + strand * 15}
            rx={17}
            ry={12}
            transform={`rotate(${strand % 2 === 0 ? 32 : -32} ${-60 + strand * 15} 0)`}
            fill={[paint.cream, paint.heather, paint.coral][strand % 3]}
            stroke={paint.ink}
            strokeOpacity={0.14}
            strokeWidth={1.5}
          />
        ))}
        <Knot x={-72} facing={180} />
        <Knot x={74} facing={0} />
      </g>
    </>
  );
}

function Knot({ x, facing }: { x: number; facing: number }) {
  return (
    <g transform={`translate(${x} 0) rotate(${facing})`}>
      {FRAYS.map((angle, index) => (
        <path
          key={angle}
          d="M8 0 Q24 -3 40 2"
          transform={`rotate(${angle})`}
          stroke={[paint.cream, paint.heather, paint.coral][index % 3]}
          strokeWidth={6}
          strokeLinecap="round"
          fill="none"
        />
      ))}
      <circle r={21} fill={paint.cream} />
      <path d="M-16 -13 Q6 -4 13 16 Q-4 24 -18 10 Z" fill={paint.heather} />
      <path d="M-4 -20 Q12 -14 20 2 Q14 8 8 4 Q2 -10 -10 -16 Z" fill={paint.coral} />
      <circle r={21} fill="none" stroke={paint.ink} strokeOpacity={0.14} strokeWidth={2} />
    </g>
  );
}
