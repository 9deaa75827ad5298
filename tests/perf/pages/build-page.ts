const CARD_NODES = 12;
const WORDS = [
  "happy",
  "cat",
  "feather",
  "bowl",
  "warm",
  "basket",
  "dog",
  "treat",
  "soft",
  "leash",
];

/** Fills the document with product cards: nested elements, utility classes, text, icons, inputs. */
export function buildPage(document: Document, nodes: number, rules: number): void {
  if (rules > 0) document.head.append(newSheet(document, rules));
  const list = document.createElement("main");
  for (let card = 0; card * CARD_NODES < nodes; card += 1) list.append(newCard(document, card));
  document.body.append(list);
}

function newSheet(document: Document, rules: number): Element {
  const sheet = document.createElement("style");
  const rule = (number: number) =>
    `.card-${number} .title { margin: ${number % 40}px 0; color: rgb(${number % 256} 40 40); ` +
    `padding: 0 ${number % 7}rem; background: url("/images/${number % 90}.png") no-repeat; }`;
  sheet.textContent = Array.from({ length: rules }, (_, number) => rule(number)).join("\n");
  return sheet;
}

function newCard(document: Document, number: number): Element {
  const card = document.createElement("article");
  card.className = "card card--wide flex p-4";
  card.dataset.product = String(number);
  const word = (offset: number) => WORDS[(number * 7 + offset * 3) % WORDS.length];
  card.innerHTML =
    `<h3 class="text-lg font-bold">${word(0)} ${word(1)} ${number}</h3>` +
    `<p class="text-sm muted">A ${word(2)} ${word(3)} for your ${word(4)}</p>` +
    `<svg class="icon" viewBox="0 0 24 24"><path d="M4 ${number % 24}h16"></path></svg>` +
    `<label class="row">Quantity <input class="field" type="number" value="1"></label>` +
    `<a class="button" href="/products/${number}">Show</a>`;
  return card;
}
