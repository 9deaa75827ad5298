import { fullMoment, machineMoment, timeAgo } from "../format/moment.ts";

interface MomentProps {
  readonly momentMs: number;
  readonly nowMs: number;
}

/** How long ago something was; the exact time on hover and for machines. */
export function Moment({ momentMs, nowMs }: MomentProps) {
  return (
    <time dateTime={machineMoment(momentMs)} title={fullMoment(momentMs)}>
      {timeAgo(momentMs, nowMs)}
    </time>
  );
}
