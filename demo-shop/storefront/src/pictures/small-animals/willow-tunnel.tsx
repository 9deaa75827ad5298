import { paint } from "../paint.ts";
import { Shadow } from "../shadow.tsx";

const ROWS = [0, 1, 2, 3, 4, 5];
const COLUMNS = [0, 1, 2, 3, 4, 5, 6, 7];

/** A woven tunnel with a rabbit looking out of it. */
export function WillowTunnel() {
  return (
    <>
      <Shadow width={100} />
      <path d="M84 70 H170 Q222 76 222 140 Q222 200 176 206 H84 Z" fill={paint.wood} />
      {ROWS.map((row) =>
        COLUMNS.map((column) => (
          <path
            key={`${row} ${column}`}
            d={`M${112 + column * 14} ${82 + row * 22 + (column % 2) * 10} q7 -8 14 0`}
            stroke={column % 2 === row % 2 ? paint.oak : paint.bark}
            strokeWidth={6}
            strokeLinecap="round"
            fill="none"
            opacity={column > 6 ? 0.4 : 0.9}
          />
        )),
      )}
      <ellipse cx={86} cy={138} rx={62} ry={68} fill={paint.bark} />
      <ellipse
        cx={86}
        cy={138}
        rx={62}
        ry={68}
        fill="none"
        stroke={paint.oak}
        strokeWidth={10}
        strokeDasharray="15 5"
      />
      <ellipse cx={86} cy={141} rx={50} ry={56} fill={paint.ink} />
      <path
        d="M68 128 Q50 76 64 66 Q80 64 82 120 Z M104 128 Q122 76 108 66 Q92 64 90 120 Z"
        fill={paint.stone}
      />
      <path
        d="M70 118 Q58 82 66 76 Q76 80 77 116 Z M102 118 Q114 82 106 76 Q96 80 95 116 Z"
        fill={paint.blush}
      />
      <path
        d="M48 166 Q48 116 86 116 Q124 116 124 166 Q124 198 86 198 Q48 198 48 166 Z"
        fill={paint.stone}
      />
      <ellipse cx={86} cy={178} rx={25} ry={19} fill={paint.chalk} />
      <circle cx={66} cy={152} r={6.5} fill={paint.ink} />
      <circle cx={106} cy={152} r={6.5} fill={paint.ink} />
      <circle cx={68} cy={150} r={2.2} fill={paint.chalk} />
      <circle cx={108} cy={150} r={2.2} fill={paint.chalk} />
      <path d="M80 166 h12 l-6 7 Z" fill={paint.coral} />
      <path
        d="M86 173 q-5 9 -12 5 M86 173 q5 9 12 5"
        stroke={paint.ink}
        strokeWidth={2.4}
        strokeLinecap="round"
        fill="none"
      />
      <ellipse cx={64} cy={202} rx={15} ry={8} fill={paint.chalk} />
      <ellipse cx={108} cy={202} rx={15} ry={8} fill={paint.chalk} />
    </>
  );
}
