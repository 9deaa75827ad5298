import { Link } from "wouter";
import { Icon } from "../elements/icon.tsx";

interface PaginationProps {
  /** The cursor of the page shown; `null` for the newest. */
  readonly before: string | null;
  /** The cursor of the next older page; `null` on the oldest. */
  readonly next: string | null;
}

/** Ways to the other pages. The page shown is part of the address, so "back" works too. */
export function Pagination({ before, next }: PaginationProps) {
  if (before === null && next === null) {
    return null;
  }
  return (
    <nav className="pagination" aria-label="Pages of sessions">
      {before === null ? null : (
        <Link href="/sessions" className="button">
          <Icon name="arrowLeft" />
          Newest sessions
        </Link>
      )}
      {next === null ? (
        <span className="muted">No older sessions</span>
      ) : (
        <Link href={`/sessions?before=${encodeURIComponent(next)}`} className="button">
          Older sessions
          <Icon name="arrowRight" />
        </Link>
      )}
    </nav>
  );
}
