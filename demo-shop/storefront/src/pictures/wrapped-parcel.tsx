import { paint } from "./paint.ts";
import { Shadow } from "./shadow.tsx";

/** A parcel with a ribbon, for what is not to be seen, or has not been drawn. */
export function WrappedParcel() {
  return (
    <>
      <Shadow width={82} />
      <rect x={48} y={96} width={144} height={110} rx={8} fill={paint.oak} />
      <path
        d="M168 96 H184 Q192 96 192 104 V198 Q192 206 184 206 H168 Z"
        fill={paint.wood}
        opacity={0.45}
      />
      <rect x={40} y={80} width={160} height={34} rx={8} fill={paint.wood} />
      <rect x={108} y={80} width={24} height={126} fill={paint.heather} />
      <path
        d="M120 80 Q74 84 78 54 Q86 34 120 80 Z M120 80 Q166 84 162 54 Q154 34 120 80 Z"
        fill={paint.plum}
      />
      <path
        d="M120 80 L98 132 L112 126 L120 80 L128 126 L142 132 Z"
        fill={paint.plum}
        opacity={0.8}
      />
      <circle cx={120} cy={80} r={10} fill={paint.heather} />
    </>
  );
}
