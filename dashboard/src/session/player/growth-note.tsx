import type { Growth } from "../use-growth.ts";

/** Says that the session went on while it was watched, and offers to read the rest. */
export function GrowthNote({ growth }: { readonly growth: Growth }) {
  return (
    <div className="growth" role="status">
      {growth.newRecords > 0 ? (
        <>
          <span>
            {growth.newRecords === 1
              ? "1 more record has arrived."
              : `${growth.newRecords.toLocaleString("en-US")} more records have arrived.`}
          </span>
          <button type="button" className="button" onClick={growth.load}>
            Load them
          </button>
        </>
      ) : null}
    </div>
  );
}
