import { Recorder, type RecorderOptions } from "monitorme-recorder";

/** What tests need of the page with the canaries. */
export interface CanaryPage {
  /** Starts the recorder and resolves when it has started, if it starts. */
  start(options: RecorderOptions): Promise<string | null>;
  /** Changes everything that may change while the recorder runs. */
  change(): Promise<void>;
  giveConsent(): Promise<void>;
  withdrawConsent(): void;
  flush(): Promise<boolean>;
  /** Everything in the storages of the page. */
  stored(): string;
}

const page: CanaryPage = {
  async start(options) {
    await Recorder.init({ ...options, start: "at-once" });
    return Recorder.sessionId;
  },
  async change() {
    changeTexts();
    changeAttributes();
    changeControls();
    changeBlocked();
    history.pushState(null, "", "/next?query=cnr-page-query2#cnr-page-fragment2");
    throwErrors();
    writeToConsole();
    await request();
    await exchange();
    await twoFrames();
  },
  giveConsent: () => Recorder.giveConsent(),
  withdrawConsent: () => Recorder.withdrawConsent(),
  flush: () => Recorder.flush(),
  stored: () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
};

const find = <E extends Element>(selector: string) => document.querySelector(selector) as E;

function changeTexts(): void {
  find("#text").append(" cnr-text-added");
  (find("#text").firstChild as Text).data = "cnr-text-changed";
  const added = document.createElement("p");
  added.innerHTML = `cnr-text-html<!-- cnr-comment-added --><b title="cnr-title-added">b</b>`;
  document.body.append(added);
  const host = document.createElement("div");
  host.attachShadow({ mode: "open" }).innerHTML = "<p>cnr-text-shadow-added</p>";
  document.body.append(host);
  find("#editable").textContent = "cnr-given-editable2";
  document.title = "cnr-text-title2";
}

function changeAttributes(): void {
  const text = find("#text");
  text.setAttribute("aria-label", "cnr-label-changed");
  text.setAttribute("data-user", "cnr-data-changed");
  text.setAttribute("style", "--name: 'cnr-css-property'; background: url(/cnr-media-style2.png)");
  find("#link").setAttribute("href", "/x?query=cnr-link-query2#/cnr-link-fragment2");
  find("#image").setAttribute("src", "/cnr-media-image2.png");
  const sheet = document.createElement("style");
  document.head.append(sheet);
  sheet.sheet?.insertRule(`#text::after { content: "cnr-css-inserted" }`);
}

function changeControls(): void {
  for (const [id, value] of Object.entries(GIVEN)) {
    const control = find<HTMLInputElement>(`#${id}`);
    control.value = value;
    control.dispatchEvent(new Event("input", { bubbles: true }));
    // As frameworks do that keep the attribute in step.
    control.setAttribute("value", control.value);
  }
  // A button that shows what was typed.
  find<HTMLInputElement>("#password").type = "text";
  find<HTMLInputElement>("#password").value = "cnr-secret-shown";
  const area = find<HTMLTextAreaElement>("textarea");
  area.value = "cnr-given-area2";
  area.dispatchEvent(new Event("input", { bubbles: true }));
  const file = new File(["x"], "cnr-secret-file.txt");
  const transfer = new DataTransfer();
  transfer.items.add(file);
  find<HTMLInputElement>("#file").files = transfer.files;
}

function changeBlocked(): void {
  find("#blocked").append("cnr-blocked-added");
  find("#blocked p").setAttribute("title", "cnr-blocked-title");
  find<HTMLInputElement>("#blocked input").value = "cnr-blocked-given2";
  // Blocked only now: what came before may be known, what comes after is not.
  find("#blocked-later").setAttribute("data-monitorme", "block");
  find("#blocked-later").textContent = "cnr-blocked-later";
}

function throwErrors(): void {
  setTimeout(() => {
    throw new Error("no user cnr-mail@example.com at /x, password=cnr-message-secret");
  });
  Promise.reject(new Error("Bearer cnr-message-token"));
}

function writeToConsole(): void {
  console.log("to cnr-mail-console@example.com", { password: "cnr-message-logged" });
  console.error(new Error("refused", { cause: new Error("Bearer cnr-message-cause") }));
  console.table([["token=cnr-message-table"]]);
}

/** Asks for something in every way, at addresses with secrets in them. */
async function request(): Promise<void> {
  await fetch("/asked?query=cnr-link-fetch#cnr-link-hash");
  await new Promise((resolve) => {
    const asking = new XMLHttpRequest();
    asking.open("GET", "/asked?query=cnr-link-xhr");
    asking.onloadend = resolve;
    asking.send();
  });
  navigator.sendBeacon("/asked?query=cnr-link-beacon", "cnr-secret-beacon");
  const socket = new WebSocket(`${location.origin.replace("http", "ws")}/?query=cnr-link-socket`);
  const events = new EventSource("/asked?query=cnr-link-events");
  await Promise.all([socket, events].map((connection) => once(connection, "error")));
  const picture = new Image();
  picture.src = "/missing.png?query=cnr-link-picture";
  // The browser tells of a long frame who took the time, with the address of the picture.
  picture.addEventListener("error", () => beBusy(LONG_FRAME_MS));
  document.body.append(picture);
  await once(picture, "error");
}

const LONG_FRAME_MS = 60;

function beBusy(duration_ms: number): void {
  const end_ms = performance.now() + duration_ms;
  while (performance.now() < end_ms);
}

function once(target: EventTarget, type: string): Promise<Event> {
  return new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));
}

/** Requests whose headers and bodies the test has recorded, and one whose body it has not. */
async function exchange(): Promise<void> {
  const secrets = {
    password: "a word, cnr-secret-field",
    card: { token: ["cnr-secret-list"] },
    street: "cnr-secret-listed",
    text: "write to cnr-secret@example.com, Bearer cnr-secret-bearer",
    more: JSON.stringify({ secret: "cnr-secret-nested" }),
    note: "cnr-unmasked-body",
  };
  const headers = { authorization: "cnr-secret-header", "x-api-key": "cnr-secret-key" };
  const body = JSON.stringify(secrets);
  await fetch("/listed", { method: "POST", headers, body });
  const form = new URLSearchParams({ street: "cnr-secret-form", pass_code: "cnr-secret-code" });
  await fetch("/listed", {
    method: "POST",
    headers: { "x-other": "cnr-secret-other" },
    body: form,
  });
  await fetch("/unlisted", { method: "POST", body: "cnr-secret-unlisted" });
}

/** What is typed into the fields, by their ids. */
const GIVEN = {
  "text-field": "cnr-given-text2",
  search: "cnr-given-search",
  url: "https://cnr-given-url.example",
  password: "cnr-secret-password",
  mail: "cnr-secret@example.com",
  tel: "cnr-secret-tel",
  payment: "cnr-secret-card",
  holder: "cnr-secret-holder",
  once: "cnr-secret-code",
  "ignored-field": "cnr-ignored-attribute",
  "ignored-field-2": "cnr-ignored-class",
};

/** Two frames, after which what they laid out has been told. */
function twoFrames(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100)));
  });
}

Object.assign(globalThis, { canaryPage: page });
