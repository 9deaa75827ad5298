import { paint } from "../paint.ts";

interface ThistleProps {
  transform: string;
}

/** A flowering thistle, 100 units tall, growing from the origin. */
export function Thistle({ transform }: ThistleProps) {
  return (
    <g transform={transform}>
      <path
        d="M0 0 Q-3 -40 0 -66"
        stroke={paint.moss}
        strokeWidth={5}
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M0 -12 L-14 -17 L-12 -24 L-24 -27 L-20 -36 L-32 -42 Q-8 -42 0 -12 Z"
        fill={paint.leaf}
      />
      <path d="M-1 -24 L13 -28 L11 -35 L23 -39 L19 -48 L30 -54 Q6 -54 -1 -24 Z" fill={paint.moss} />
      <path
        d="M-15 -82 L-26 -102 L-14 -94 L-11 -110 L-4 -95 L0 -113 L4 -95 L11 -110 L14 -94 L26 -102 L15 -82 Z"
        fill={paint.heather}
      />
      <path d="M-15 -80 Q-16 -63 0 -61 Q16 -63 15 -80 Q0 -90 -15 -80 Z" fill={paint.leaf} />
      <path
        d="M-8 -68 l5 -8 M0 -66 v-9 M8 -68 l-5 -8"
        stroke={paint.moss}
        strokeWidth={2.6}
        strokeLinecap="round"
      />
    </g>
  );
}
