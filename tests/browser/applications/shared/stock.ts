/** One row of the table that the applications keep. */
export interface Article {
  readonly id: number;
  readonly name: string;
  readonly amount: number;
}

/** The first article has the id 1; each gets the id after the one before. */
export function createArticles(count: number, firstId: number): Article[] {
  return Array.from({ length: count }, (_, index) => {
    const id = firstId + index;
    return { id, name: nameOf(id), amount: (id * 7) % 100 };
  });
}

export function updateEveryTenth(articles: readonly Article[]): Article[] {
  return articles.map((article, index) =>
    index % 10 === 0 ? { ...article, name: `${article.name} !!!` } : article,
  );
}

/** The second and the last but one change places. */
export function swapOuter(articles: readonly Article[]): Article[] {
  const swapped = [...articles];
  const [second, other] = [articles[1], articles.at(-2)];
  if (second && other) {
    swapped[1] = other;
    swapped[swapped.length - 2] = second;
  }
  return swapped;
}

export function byAmount(articles: readonly Article[]): Article[] {
  return articles.toSorted((one, other) => one.amount - other.amount || one.id - other.id);
}

export function without(articles: readonly Article[], id: number): Article[] {
  return articles.filter((article) => article.id !== id);
}

/** Articles that no table has yet. */
export function appendTo(articles: readonly Article[], count: number): Article[] {
  const lastId = articles.reduce((last, { id }) => Math.max(last, id), 0);
  return [...articles, ...createArticles(count, lastId + 1)];
}

const KINDS = ["biscuits", "bowl", "basket", "brush", "collar", "ladder", "lamp", "tunnel"];
const MATERIALS = ["cork", "felt", "hay", "leather", "oat", "rope", "salmon"];

function nameOf(id: number): string {
  return `${MATERIALS[id % MATERIALS.length]} ${KINDS[(id * 3) % KINDS.length]} ${id}`;
}
