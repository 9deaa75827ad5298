import { type FormEvent, type KeyboardEvent, useEffect, useId, useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import { QUERY_CHARACTERS_MAX } from "../../../contract/limits.ts";
import { SearchIcon } from "../layout/icons.tsx";
import "./search.css";
import { Suggestions } from "./suggestions.tsx";
import { useSuggestions } from "./use-suggestions.ts";

/** Search with suggestions while typing; Enter shows everything that was found. */
export function SearchBox() {
  const [, navigate] = useLocation();
  const [parameters] = useSearchParams();
  const shownQuery = parameters.get("query") ?? "";
  const [text, setText] = useState(shownQuery);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const suggestions = useSuggestions(isOpen ? text : "");
  const listId = useId();

  useEffect(() => setText(shownQuery), [shownQuery]);

  const chosen = suggestions.products[active];
  const isListShown = isOpen && suggestions.query !== "";

  function close() {
    setOpen(false);
    setActive(-1);
  }

  function leave() {
    close();
    setText("");
  }

  function type(typed: string) {
    setText(typed);
    setOpen(true);
    setActive(-1);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const query = text.trim();
    if (chosen !== undefined) {
      leave();
      navigate(`/products/${chosen.id}`);
    } else {
      close();
      navigate(query === "" ? "/" : `/?${new URLSearchParams({ query })}`);
    }
  }

  function steer(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setOpen(true);
      setActive(wrap(active + step, suggestions.products.length));
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      close();
    }
  }

  return (
    <search className="search-box">
      <form onSubmit={submit}>
        <SearchIcon />
        <input
          type="search"
          role="combobox"
          aria-label="Search the shop"
          aria-autocomplete="list"
          aria-expanded={isListShown}
          aria-controls={listId}
          aria-activedescendant={chosen && `${listId}-${chosen.id}`}
          placeholder="A rope, a nest, a nap…"
          autoComplete="off"
          maxLength={QUERY_CHARACTERS_MAX}
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={steer}
          onBlur={close}
        />
      </form>
      {isListShown && (
        <Suggestions listId={listId} suggestions={suggestions} active={active} onChoose={leave} />
      )}
    </search>
  );
}

// One place beyond either end of the list is the box itself, with nothing chosen.
function wrap(index: number, length: number): number {
  if (index < -1) return length - 1;
  return index >= length ? -1 : index;
}
