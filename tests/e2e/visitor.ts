import type { Page } from "playwright-core";

import type { domPicture as DomPicture } from "../support/dom-picture.ts";
import { stylePicture } from "../support/style-picture.ts";

/** Made known to every page of a context by `withDomPicture`. */
declare const domPicture: typeof DomPicture;

/** What a visitor types who wants it kept private. */
export const TYPED = {
  name: "Marge Quimby-Bouvier",
  email: "customer@example.com",
  street: "742 Evergreen Terrace",
  postalCode: "97477",
  city: "Springfield-upon-Thames",
  note: "Please hide it behind the azaleas",
  card: "4242424242424242",
} as const;

/** How the page looked at one instant. */
export interface Checkpoint {
  readonly name: string;
  /** Milliseconds since the Unix epoch. */
  readonly at_ms: number;
  readonly picture: string;
  /** How what the shop's style sheet is about looked. */
  readonly styles: string;
}

/** A script that says how a document looks. */
export function stylesOf(document: string): string {
  return `(${stylePicture})(${document}, "body, header, h1, h2, button, a")`;
}

/** Nothing changes for this long before and after a checkpoint, so that a time stands for a state. */
const CALM_MS = 400;

/** Shops like a person: searches, fills the cart, types an address and checks out. */
export async function shop(page: Page, shopUrl: string): Promise<Checkpoint[]> {
  const checkpoints: Checkpoint[] = [];
  const look = async (name: string): Promise<void> => {
    await page.waitForTimeout(CALM_MS);
    const [picture, at_ms] = await page.evaluate(
      () => [domPicture(document, location.href, "mask-user-input"), Date.now()] as const,
    );
    const styles = await page.evaluate<string>(stylesOf("document"));
    checkpoints.push({ name, at_ms, picture, styles });
    await page.waitForTimeout(CALM_MS);
  };

  await page.goto(shopUrl);
  await page.getByRole("list", { name: "Products" }).getByRole("listitem").first().waitFor();
  await look("catalog");

  await page.mouse.wheel(0, 900);
  await look("catalog, scrolled");

  const search = page.getByRole("combobox", { name: "Search the shop" });
  await search.pressSequentially("cat", { delay: 60 });
  await page.getByRole("option").first().waitFor();
  await look("search suggestions");

  await search.press("Enter");
  await page
    .getByRole("button", { name: /^Add .* to cart$/ })
    .first()
    .waitFor();
  await look("search results");

  await page
    .getByRole("button", { name: /^Add .* to cart$/ })
    .first()
    .click();
  await page.getByRole("dialog").waitFor();
  await look("cart");

  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Increase/ })
    .first()
    .click();
  await look("cart with two pieces");

  await page.getByRole("link", { name: "Checkout" }).click();
  await page.getByLabel("Full name").waitFor();
  await look("empty checkout");

  await fillIn(page);
  await look("address typed");

  await page.getByRole("button", { name: "Place order" }).click();
  await page.getByRole("heading", { name: /order is placed/ }).waitFor();
  await look("confirmation");
  return checkpoints;
}

async function fillIn(page: Page): Promise<void> {
  const type = (label: string, text: string) =>
    page.getByLabel(label, { exact: true }).pressSequentially(text, { delay: 15 });
  await type("Full name", TYPED.name);
  await type("E-mail", TYPED.email);
  await type("Street address", TYPED.street);
  await type("Postal code", TYPED.postalCode);
  await type("City", TYPED.city);
  await page.getByLabel("Country").selectOption({ index: 2 });
  await page.getByRole("radio").last().check();
  await page.getByRole("checkbox").first().check();
  await page
    .getByRole("textbox", { name: /^Note for/ })
    .pressSequentially(TYPED.note, { delay: 10 });
  await type("Card number", TYPED.card);
  await type("Expiry date", "1130");
  await type("Security code", "123");
}
