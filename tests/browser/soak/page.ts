import { Recorder } from "monitorme-recorder";

/** What the soak needs of its page. */
export interface SoakPage {
  start(): Promise<void>;
  /** Mounts and unmounts components that consist of elements, shadow trees and a template. */
  removeComponents(count: number): Promise<void>;
  /** Mounts and unmounts frames, each with a document and a visitor's input in it. */
  mountFrames(count: number): Promise<void>;
  flush(): Promise<boolean>;
}

/** How many come before the recorder has the time to read them. */
const PER_TASK = 10;

const page: SoakPage = {
  start: () =>
    Recorder.init({
      endpoint: location.origin,
      ingestKey: "test",
      start: "at-once",
      privacy: { level: "allow" },
    }),
  removeComponents: (count) => mount(count, addComponent),
  mountFrames: (count) => mount(count, addFrame),
  flush: () => Recorder.flush(),
};

/** Every one is recorded before it goes again. */
async function mount(count: number, add: (number: number) => Element): Promise<void> {
  for (let done = 0; done < count; done += PER_TASK) {
    const mounted = Array.from({ length: PER_TASK }, (_, index) => add(done + index));
    await nextTask();
    for (const element of mounted) element.remove();
    await nextTask();
  }
}

function addComponent(number: number): Element {
  const component = document.createElement("soak-component");
  const root = component.attachShadow({ mode: number % 2 === 0 ? "open" : "closed" });
  root.innerHTML = "<style>p{margin:0}</style><p><slot></slot></p><input value=given>";
  component.innerHTML = `<b>number ${number}</b><template><i>content</i></template><select><option>one</option></select>`;
  document.body.append(component);
  return component;
}

function addFrame(number: number): Element {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  const content = frame.contentDocument;
  if (!content) throw new Error("an empty frame has a document");
  content.body.innerHTML = `<p>number ${number}</p><input value=given><div><style>p{color:red}</style></div>`;
  content.querySelector("input")?.dispatchEvent(new Event("input", { bubbles: true }));
  return frame;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

Object.assign(globalThis, { soakPage: page });
