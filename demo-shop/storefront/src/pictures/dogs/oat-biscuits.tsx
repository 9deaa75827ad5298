import { paint } from "../paint.ts";
import { Shadow } from "../shadow.tsx";

const BISCUITS = [
  [88, 92, -24, paint.oak],
  [138, 86, 18, paint.wood],
  [112, 112, 80, paint.oak],
  [158, 118, -50, paint.oak],
  [84, 126, 30, paint.wood],
  [92, 184, -12, paint.wood],
  [148, 182, 22, paint.oak],
  [120, 190, -60, paint.oak],
] as const;

/** A jar of bone-shaped biscuits. One of them has left already. */
export function OatBiscuits() {
  return (
    <>
      <Shadow width={86} />
      <rect x={56} y={62} width={128} height={144} rx={26} fill={paint.ice} />
      {BISCUITS.map(([x, y, angle, color]) => (
        <Biscuit
          key={`${x} ${y}`}
          transform={`translate(${x} ${y}) rotate(${angle})`}
          color={color}
        />
      ))}
      <rect x={56} y={62} width={128} height={144} rx={26} fill={paint.sky} opacity={0.22} />
      <path
        d="M70 84 Q68 130 72 178"
        stroke={paint.chalk}
        strokeWidth={8}
        strokeLinecap="round"
        opacity={0.85}
        fill="none"
      />
      <rect x={50} y={38} width={140} height={30} rx={11} fill={paint.moss} />
      <rect x={50} y={52} width={140} height={16} rx={8} fill={paint.ink} opacity={0.15} />
      <rect x={104} y={22} width={32} height={20} rx={10} fill={paint.leaf} />
      <rect x={78} y={126} width={84} height={44} rx={8} fill={paint.cream} />
      <path
        d="M92 142 h56 M100 154 h40"
        stroke={paint.plum}
        strokeWidth={5}
        strokeLinecap="round"
      />
      <Biscuit transform="translate(198 196) rotate(-14)" color={paint.wood} />
    </>
  );
}

function Biscuit({ transform, color }: { transform: string; color: string }) {
  return (
    <g transform={transform} fill={color}>
      <rect x={-15} y={-7} width={30} height={14} />
      <circle cx={-17} cy={-7} r={8.5} />
      <circle cx={-17} cy={7} r={8.5} />
      <circle cx={17} cy={-7} r={8.5} />
      <circle cx={17} cy={7} r={8.5} />
      <circle cx={-6} r={1.8} fill={paint.bark} />
      <circle cx={6} r={1.8} fill={paint.bark} />
    </g>
  );
}
