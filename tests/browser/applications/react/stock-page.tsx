import { memo, useState } from "react";

import {
  type Article,
  appendTo,
  byAmount,
  createArticles,
  swapOuter,
  updateEveryTenth,
  without,
} from "../shared/stock.ts";

export function StockPage() {
  const [articles, setArticles] = useState<Article[]>([]);
  const [selectedId, select] = useState(0);
  const remove = (id: number) => setArticles((all) => without(all, id));
  return (
    <>
      <h1>Stock</h1>
      <p>
        <button type="button" onClick={() => setArticles(createArticles(2_000, 1))}>
          Create
        </button>
        <button type="button" onClick={() => setArticles(updateEveryTenth)}>
          Update
        </button>
        <button type="button" onClick={() => setArticles(swapOuter)}>
          Swap
        </button>
        <button type="button" onClick={() => setArticles(byAmount)}>
          Sort
        </button>
        <button type="button" onClick={() => setArticles((all) => appendTo(all, 1_000))}>
          Append
        </button>
        <button type="button" onClick={() => setArticles([])}>
          Clear
        </button>
        <output>{articles.length} articles</output>
      </p>
      <table>
        <tbody>
          {articles.map((article) => (
            <Row
              key={article.id}
              article={article}
              isSelected={article.id === selectedId}
              select={select}
              remove={remove}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

interface RowProps {
  readonly article: Article;
  readonly isSelected: boolean;
  readonly select: (id: number) => void;
  readonly remove: (id: number) => void;
}

const Row = memo(
  ({ article, isSelected, select, remove }: RowProps) => (
    <tr className={isSelected ? "selected" : ""}>
      <td>{article.id}</td>
      <td>{article.name}</td>
      <td>
        <input
          type="checkbox"
          aria-label={`Pick ${article.id}`}
          onChange={() => select(article.id)}
        />
      </td>
      <td>{article.amount} pieces</td>
      <td>
        <button type="button" onClick={() => remove(article.id)}>
          Remove
        </button>
      </td>
    </tr>
  ),
  (before, after) => before.article === after.article && before.isSelected === after.isSelected,
);
