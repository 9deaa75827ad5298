import { useEffect, useState } from "react";
import { COPIED_NOTE_MS } from "../limits.ts";
import { Icon } from "./icon.tsx";

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for example "session id". */
  readonly what: string;
}

/** Puts a text on the clipboard and says so for a moment. */
export function CopyButton({ text, what }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) {
      return;
    }
    const timer = setTimeout(() => setCopied(false), COPIED_NOTE_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };

  return (
    <button
      type="button"
      className="button button-quiet button-icon"
      title={`Copy the ${what}`}
      aria-label={copied ? `Copied the ${what}` : `Copy the ${what}`}
      onClick={copy}
    >
      <Icon name={copied ? "check" : "copy"} />
    </button>
  );
}
