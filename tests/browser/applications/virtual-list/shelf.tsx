import { css } from "@emotion/css";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";

import { createArticles } from "../shared/stock.ts";

const ARTICLES = createArticles(10_000, 1);
const HEIGHT_PX = 40;

/** Ten thousand articles of different heights, of which only those in view are in the document. */
export function Shelf() {
  const frame = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState("");
  const articles = useMemo(() => ARTICLES.filter(({ name }) => name.includes(wanted)), [wanted]);
  const list = useVirtualizer({
    count: articles.length,
    getScrollElement: () => frame.current,
    estimateSize: () => HEIGHT_PX,
    getItemKey: (index) => articles[index]?.id ?? index,
    overscan: 4,
  });
  return (
    <>
      <label>
        Find <input value={wanted} onChange={({ target }) => setWanted(target.value)} />
      </label>
      <button type="button" onClick={() => list.scrollToIndex(5_000, { align: "center" })}>
        Middle
      </button>
      <div ref={frame} className="shelf">
        <div className="articles" style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ key, index, start }) => {
            const article = articles[index];
            return (
              <div
                key={key}
                data-index={index}
                ref={list.measureElement}
                className={`article ${styleOf(article?.amount ?? 0)}`}
                style={{ transform: `translateY(${start}px)` }}
              >
                <strong>{article?.name}</strong>
                {index % 3 === 0 && <p>{article?.amount} pieces are left of this one</p>}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

/** Inserts rules into a sheet as articles come into view that look otherwise than those before. */
function styleOf(amount: number): string {
  return css({
    position: "absolute",
    insetInline: 0,
    padding: 10,
    background: `rgb(${255 - amount} 240 220)`,
    "& p": { fontSize: 10 + (amount % 5) },
  });
}
