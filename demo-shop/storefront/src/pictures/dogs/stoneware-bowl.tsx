import { paint } from "../paint.ts";
import { Shadow } from "../shadow.tsx";

const KIBBLE = [
  [76, 102],
  [96, 94],
  [118, 90],
  [140, 93],
  [162, 101],
  [88, 108],
  [108, 104],
  [130, 103],
  [150, 108],
  [118, 78],
  [100, 82],
  [138, 82],
] as const;

/** A glazed bowl, full to the brim, with a bone painted on its front. */
export function StonewareBowl() {
  return (
    <>
      <Shadow width={92} />
      <path d="M38 118 Q34 200 62 204 L178 204 Q206 200 202 118 Z" fill={paint.lake} />
      <path d="M38 118 Q34 200 62 204 L84 204 Q58 196 58 118 Z" fill={paint.deep} opacity={0.35} />
      <path d="M37 132 Q120 172 203 132 L202 116 L38 116 Z" fill={paint.ice} opacity={0.9} />
      <ellipse cx={120} cy={114} rx={84} ry={26} fill={paint.ice} />
      <ellipse cx={120} cy={113} rx={72} ry={19} fill={paint.deep} />
      {KIBBLE.map(([x, y]) => (
        <g key={`${x} ${y}`}>
          <ellipse cx={x} cy={y + 4} rx={14} ry={11} fill={paint.bark} />
          <ellipse cx={x} cy={y} rx={14} ry={11} fill={paint.wood} />
          <ellipse cx={x - 4} cy={y - 3} rx={4} ry={2.5} fill={paint.oak} />
        </g>
      ))}
      <path
        d="M36 114 Q36 140 120 140 Q204 140 204 114 Q196 132 120 132 Q44 132 36 114 Z"
        fill={paint.chalk}
      />
      <g fill={paint.chalk}>
        <rect x={98} y={165} width={44} height={13} rx={4} />
        <circle cx={96} cy={164} r={9} />
        <circle cx={96} cy={179} r={9} />
        <circle cx={144} cy={164} r={9} />
        <circle cx={144} cy={179} r={9} />
      </g>
    </>
  );
}
