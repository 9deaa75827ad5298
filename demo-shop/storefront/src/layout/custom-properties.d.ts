import "react";

declare module "react" {
  /** Custom properties of the style sheets that components may set. */
  interface CSSProperties {
    "--filled"?: string;
  }
}
