import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { Link, useParams } from "react-router";

import { TOPICS } from "../shared/topics.ts";

export function HelpPage() {
  const { topic = "" } = useParams();
  const [isAsking, setAsking] = useState(false);
  const [question, setQuestion] = useState("");
  const help = TOPICS[topic];
  return (
    <article>
      <h1>{help?.title}</h1>
      {help?.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <ul>
        {Object.entries(TOPICS).map(([name, { title }]) => (
          <li key={name}>
            <Link to={`/help/${name}`}>{title}</Link>
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => setAsking(true)}>
        Ask us
      </button>
      {question && <p role="status">You asked: {question}</p>}
      {isAsking && (
        <QuestionDialog
          close={() => setAsking(false)}
          ask={(asked) => {
            setQuestion(asked);
            setAsking(false);
          }}
        />
      )}
    </article>
  );
}

interface QuestionDialogProps {
  readonly close: () => void;
  readonly ask: (question: string) => void;
}

function QuestionDialog({ close, ask }: QuestionDialogProps) {
  const [text, setText] = useState("");
  useEffect(() => {
    const closeOnEscape = ({ key }: KeyboardEvent) => key === "Escape" && close();
    addEventListener("keydown", closeOnEscape);
    return () => removeEventListener("keydown", closeOnEscape);
  }, [close]);
  return createPortal(
    <div className="backdrop">
      <div role="dialog" aria-label="Ask us">
        <label>
          Question
          <input value={text} onChange={({ target }) => setText(target.value)} />
        </label>
        <button type="button" onClick={() => ask(text)}>
          Send
        </button>
      </div>
    </div>,
    document.body,
  );
}
