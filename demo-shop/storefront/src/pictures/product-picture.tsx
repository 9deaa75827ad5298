import { GALLERY } from "./gallery.ts";
import { WrappedParcel } from "./wrapped-parcel.tsx";

interface ProductPictureProps {
  productId: string;
}

/**
 * The picture of a product on its paper. It says nothing that the text beside it does not say,
 * so it is hidden from screen readers. Products nobody has drawn yet show a parcel.
 */
export function ProductPicture({ productId }: ProductPictureProps) {
  const piece = GALLERY[productId];
  const Drawing = piece?.Drawing ?? WrappedParcel;
  return (
    <svg
      className="product-picture"
      viewBox="0 0 240 240"
      style={{ backgroundColor: piece?.paper ?? "#ece2f5" }}
      aria-hidden="true"
    >
      <Drawing />
    </svg>
  );
}
