import { CopyButton } from "../elements/copy-button.tsx";
import { Notice } from "../elements/notice.tsx";

/** The empty list: how a page starts to be recorded. */
export function ConnectRecorder() {
  const snippet = recorderSnippet(window.location.origin);
  return (
    <Notice icon="plug" title="No session has arrived yet">
      <p>
        Install the recorder in the pages you want to watch. The first session appears here a few
        seconds after somebody opens one of them; this list looks for it by itself.
      </p>
      <CodeBlock text="npm install monitorme-recorder" what="install command" />
      <CodeBlock text={snippet} what="snippet" />
      <p>
        The ingest key names your project. It is public and can only write; a page is accepted if
        its origin is among the key's allowed origins.
      </p>
    </Notice>
  );
}

function recorderSnippet(endpoint: string): string {
  return `import { Recorder } from "monitorme-recorder";

await Recorder.init({
  endpoint: "${endpoint}",
  ingestKey: "your ingest key",
});`;
}

function CodeBlock({ text, what }: { readonly text: string; readonly what: string }) {
  return (
    <div className="code-block">
      <pre>
        <code>{text}</code>
      </pre>
      <CopyButton text={text} what={what} />
    </div>
  );
}
