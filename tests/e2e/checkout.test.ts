import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";

import { launchChromium } from "../support/chromium.ts";
import { type domPicture as DomPicture, withDomPicture } from "../support/dom-picture.ts";
import { type Edge, startEdge } from "../support/edge.ts";
import { freePort } from "../support/free-port.ts";
import { printRecords } from "../support/session-events.ts";
import { type Shop, startShop } from "../support/shop.ts";
import { type SessionRow, storedSegments, waitForSession } from "../support/stored-session.ts";
import { type Checkpoint, shop as goShopping, stylesOf, TYPED } from "./visitor.ts";

/** Made known to every page of a context by `withDomPicture`. */
declare const domPicture: typeof DomPicture;

const CHECKPOINTS_MIN = 8;
const REPLAY_TIMEOUT_MS = 15_000;

let browser: Browser;
let edge: Edge;
let shop: Shop;
let checkpoints: Checkpoint[];
let session: SessionRow;

before(async () => {
  const port = await freePort();
  browser = await launchChromium();
  edge = await startEdge([`http://localhost:${port}`]);
  shop = await startShop(port, edge.url);

  const visit = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await withDomPicture(visit);
  const page = await visit.newPage();
  checkpoints = await goShopping(page, shop.url);
  const id = shop.requests().findLast((request) => request.session_id)?.session_id;
  assert.ok(id, "no request of the shop carried a session id");
  const ended = checkpoints.at(-1)?.at_ms ?? 0;
  await page.mouse.move(300, 300);
  await page.waitForTimeout(200);
  await page.close();
  session = await waitForSession(edge, id, (row) => row.ended_at_ms >= ended);
});

after(async () => {
  await browser.close();
  await shop.stop();
  await edge.remove();
});

test("every request of the visit carries the same session id", () => {
  const requests = shop.requests().filter((request) => request.path.startsWith("/api/"));
  assert.ok(requests.length >= 4, `only ${requests.length} requests`);
  for (const request of requests) assert.equal(request.session_id, session.id, request.path);
});

test("the visit is listed with what happened in it", async () => {
  const page = await signIn();
  const row = page.getByRole("row").filter({ hasText: TYPED.email });
  await row.waitFor();
  // The catalog, the search, the checkout and the confirmation.
  assert.ok(session.views >= 4, `${session.views} views`);
  assert.ok(session.clicks >= 4, `${session.clicks} clicks`);
  assert.equal(session.user_id, TYPED.email);
  await page.context().close();
});

test("the replay shows what the page showed, at every checkpoint", async () => {
  assert.ok(checkpoints.length >= CHECKPOINTS_MIN);
  const page = await signIn();
  for (const checkpoint of checkpoints) {
    await page.goto(
      `${edge.url}/sessions/${session.id}?t=${checkpoint.at_ms - session.started_at_ms}`,
    );
    const replayed = await picturedReplay(page, checkpoint);
    assert.equal(replayed, checkpoint.picture, `the replay differs at "${checkpoint.name}"`);
  }
  await page.context().close();
});

test("the replay looks as the shop did, whatever its style sheets have become", async () => {
  const [catalog] = checkpoints;
  assert.ok(catalog);
  const page = await signIn();
  await page.context().route(`${shop.url}/**`, (route) => {
    const isSheet = route.request().resourceType() === "stylesheet";
    return isSheet ? route.fulfill({ contentType: "text/css", body: "" }) : route.continue();
  });
  const archived = page.context().waitForEvent("response", (response) => {
    return /\/sheets\/[0-9a-f]{64}$/.test(response.url());
  });
  await page.goto(`${edge.url}/sessions/${session.id}?t=${catalog.at_ms - session.started_at_ms}`);
  assert.equal((await archived).status(), 200);
  assert.equal(await picturedReplay(page, catalog), catalog.picture);
  const frame = `document.querySelector('iframe[title^="Replay"]').contentDocument`;
  assert.equal(await page.evaluate<string>(stylesOf(frame)), catalog.styles);
  await page.context().close();
});

test("nothing the visitor typed is in any store", async () => {
  const records = printRecords(await storedSegments(edge, session.id));
  const secrets = [TYPED.name, TYPED.street, TYPED.postalCode, TYPED.city, TYPED.note, TYPED.card];
  assert.ok(records.includes("order placed"), "these are the records of the visit");
  for (const secret of secrets) assert.ok(!records.includes(secret), `"${secret}" is in a record`);

  const files = await readdir(edge.stateFolder, { recursive: true, withFileTypes: true });
  const paths = files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name));
  assert.ok(paths.length > 0);
  for (const path of paths) {
    const bytes = await readFile(path);
    for (const secret of secrets) assert.ok(!bytes.includes(secret), `"${secret}" is in ${path}`);
  }
});

async function signIn(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await withDomPicture(context);
  const page = await context.newPage();
  await page.goto(edge.url);
  await page.getByLabel("E-mail").fill(edge.owner.email);
  await page.getByLabel("Password").fill(edge.owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("row").nth(1).waitFor();
  return page;
}

/** The replay as soon as it equals the checkpoint, or what it is when time is up. */
async function picturedReplay(page: Page, checkpoint: Checkpoint): Promise<string> {
  const deadline = Date.now() + REPLAY_TIMEOUT_MS;
  for (;;) {
    const picture = await page.evaluate((pageUrl) => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[title^="Replay"]');
      return frame?.contentDocument
        ? domPicture(frame.contentDocument, pageUrl, "mask-user-input")
        : "no replay";
    }, shop.url);
    if (picture === checkpoint.picture || Date.now() > deadline) return picture;
    await page.waitForTimeout(100);
  }
}
