import "../record.ts";
import "./rich-text.css";

import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";

const root = document.getElementById("root");
if (!root) throw new Error("the page has no root");

const toolbar = document.createElement("p");
const text = document.createElement("div");
root.append(toolbar, text);

const editor = new Editor({
  element: text,
  extensions: [StarterKit],
  content: "<h2>Dear Marge</h2><p>The <em>cork hide</em> has arrived.</p>",
});

const COMMANDS: Readonly<Record<string, () => boolean>> = {
  Bold: () => editor.chain().focus().toggleBold().run(),
  Heading: () => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  List: () => editor.chain().focus().toggleBulletList().run(),
  Quote: () => editor.chain().focus().toggleBlockquote().run(),
  Code: () => editor.chain().focus().toggleCodeBlock().run(),
  Line: () => editor.chain().focus().setHorizontalRule().run(),
  Undo: () => editor.chain().focus().undo().run(),
  Redo: () => editor.chain().focus().redo().run(),
};

for (const [name, command] of Object.entries(COMMANDS)) {
  const button = document.createElement("button");
  button.textContent = name;
  button.addEventListener("click", command);
  toolbar.append(button);
}
editor.on("transaction", () => {
  for (const button of toolbar.children) {
    const isOn = button.textContent === "Bold" ? editor.isActive("bold") : false;
    button.setAttribute("aria-pressed", String(isOn));
  }
});
