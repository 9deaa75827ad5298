import { paint } from "../paint.ts";

/** Dried carrots, apples and beets on a string, hung between two hooks. */
export function ChewGarland() {
  return (
    <>
      <path d="M14 52 Q120 116 226 52" stroke={paint.wood} strokeWidth={4} fill="none" />
      <circle cx={14} cy={50} r={7} fill={paint.bark} />
      <circle cx={226} cy={50} r={7} fill={paint.bark} />
      <Hanging x={38} y={66} length={20}>
        <Carrot />
      </Hanging>
      <Hanging x={80} y={80} length={34}>
        <Apple />
      </Hanging>
      <Hanging x={122} y={84} length={22}>
        <Carrot />
      </Hanging>
      <Hanging x={162} y={80} length={36}>
        <Beet />
      </Hanging>
      <Hanging x={203} y={65} length={22}>
        <Carrot />
      </Hanging>
    </>
  );
}

interface HangingProps {
  x: number;
  y: number;
  length: number;
  children: React.ReactNode;
}

function Hanging({ x, y, length, children }: HangingProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path d={`M0 0 V${length}`} stroke={paint.wood} strokeWidth={3} />
      <circle r={5} fill={paint.honey} />
      <g transform={`translate(0 ${length})`}>{children}</g>
    </g>
  );
}

function Carrot() {
  return (
    <>
      <path
        d="M0 4 Q-14 -8 -10 -20 M0 4 Q0 -10 1 -22 M0 4 Q12 -8 11 -18"
        stroke={paint.leaf}
        strokeWidth={6}
        strokeLinecap="round"
        fill="none"
      />
      <path d="M-17 14 Q-16 0 0 0 Q16 0 17 14 Q14 56 0 80 Q-14 56 -17 14 Z" fill={paint.marigold} />
      <path
        d="M-15 22 h12 M4 34 h10 M-11 46 h9"
        stroke={paint.rust}
        strokeWidth={3}
        strokeLinecap="round"
        opacity={0.7}
      />
    </>
  );
}

function Apple() {
  return (
    <>
      <circle cy={26} r={27} fill={paint.coral} />
      <circle cy={26} r={22} fill={paint.cream} />
      <g fill={paint.bark}>
        <ellipse cy={16} rx={3} ry={5.5} />
        <ellipse cx={9} cy={29} rx={3} ry={5.5} transform="rotate(-60 9 29)" />
        <ellipse cx={-9} cy={29} rx={3} ry={5.5} transform="rotate(60 -9 29)" />
      </g>
    </>
  );
}

function Beet() {
  return (
    <>
      <circle cy={25} r={26} fill={paint.plum} />
      <circle cy={25} r={19} fill="none" stroke={paint.heather} strokeWidth={4} />
      <circle cy={25} r={11} fill="none" stroke={paint.lilac} strokeWidth={4} />
      <circle cy={25} r={3.5} fill={paint.blush} />
    </>
  );
}
