import type { ReactNode } from "react";
import type { ShopFault } from "../api/request.ts";
import { ProductPicture } from "../pictures/product-picture.tsx";
import "./notice.css";

interface NoticeProps {
  pictureId: string;
  title: string;
  children: ReactNode;
}

/** Tells a customer, kindly, why there is nothing to see here and what to do next. */
export function Notice({ pictureId, title, children }: NoticeProps) {
  return (
    <div className="notice">
      <ProductPicture productId={pictureId} />
      <h2>{title}</h2>
      {children}
    </div>
  );
}

interface FaultNoticeProps {
  fault: ShopFault;
  retry: () => void;
}

/** Tells a customer that something failed, and lets them try again. */
export function FaultNotice({ fault, retry }: FaultNoticeProps) {
  return (
    <div role="alert">
      <Notice pictureId="catnip-mice" title="The mice have been at the cables">
        <p>{fault.message}</p>
        <button type="button" className="button" onClick={retry}>
          Try again
        </button>
      </Notice>
    </div>
  );
}
