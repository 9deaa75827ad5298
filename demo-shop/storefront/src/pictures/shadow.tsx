import { paint } from "./paint.ts";

interface ShadowProps {
  /** Half of the width, in units of the picture. */
  width: number;
  x?: number;
  y?: number;
}

/** The soft shadow on which a thing stands. */
export function Shadow({ width, x = 120, y = 206 }: ShadowProps) {
  return <ellipse cx={x} cy={y} rx={width} ry={width / 9} fill={paint.ink} opacity={0.13} />;
}
