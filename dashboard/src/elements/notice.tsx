import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

interface NoticeProps {
  readonly icon: IconName;
  readonly title: string;
  /** A failure is announced at once; anything else when the reader comes to it. */
  readonly tone?: "quiet" | "failure";
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** Stands where something would be, and says why it is not there and what can be done. */
export function Notice({ icon, title, tone = "quiet", children, actions }: NoticeProps) {
  return (
    <section className="notice" data-tone={tone} role={tone === "failure" ? "alert" : undefined}>
      <Icon name={icon} />
      <h2>{title}</h2>
      {children}
      {actions ? <div className="notice-actions">{actions}</div> : null}
    </section>
  );
}
