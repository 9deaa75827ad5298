const ROWS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

/** The shape of the list while it is being read. */
export function ListSkeleton() {
  return (
    <div className="list-skeleton" role="status">
      <span className="visually-hidden">Reading the sessions…</span>
      {ROWS.map((row) => (
        <div key={row} className="skeleton" />
      ))}
    </div>
  );
}
