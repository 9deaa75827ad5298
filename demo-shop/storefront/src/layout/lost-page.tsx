import { Link } from "wouter";
import { Notice } from "./notice.tsx";

/** What an address that leads nowhere shows. */
export function LostPage() {
  return (
    <div className="page">
      <title>Wrong tunnel · Thistle &amp; Tail</title>
      <Notice pictureId="willow-tunnel" title="This is the wrong tunnel">
        <p>There is no page at this address. The shop is this way:</p>
        <Link className="button" href="/">
          Back to the shop
        </Link>
      </Notice>
    </div>
  );
}
