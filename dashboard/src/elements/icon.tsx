const PATHS = {
  play: "M8 5.2v13.6c0 .8.9 1.3 1.6.8l10-6.8a1 1 0 0 0 0-1.6l-10-6.8C8.9 3.9 8 4.4 8 5.2Z",
  pause: "M8 5v14M16 5v14",
  back: "M11 6 5 12l6 6M19 6l-6 6 6 6",
  forward: "m13 6 6 6-6 6M5 6l6 6-6 6",
  fullscreen: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  smallscreen: "M9 4v5H4M20 9h-5V4M15 20v-5h5M4 15h5v5",
  refresh: "M20 12a8 8 0 1 1-2.6-5.9M20 4v5h-5",
  arrowLeft: "M19 12H5M11 6l-6 6 6 6",
  arrowRight: "M5 12h14M13 6l6 6-6 6",
  copy: "M9 9h10v11H9zM5 15V4h10",
  check: "m5 13 4.5 4.5L19 7",
  warning: "M12 4 2.8 20h18.4L12 4ZM12 10v4.5M12 17.2v.1",
  search: "M16 16l4.5 4.5M18 10.5a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0Z",
  clock: "M12 7v5l3.5 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z",
  plug: "M9 3v5M15 3v5M6 8h12v4a6 6 0 0 1-12 0V8ZM12 18v3",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  click: "M9 9l10.5 3.8-4.7 2-2 4.7L9 9ZM4 9H2.5M5.5 5.5l-1-1M9 4V2.5",
  input: "M8 5h4M8 19h4M10 5v14M4 8h2M4 16h2M14 8h6v8h-6",
  navigation:
    "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c2.5 2.6 3.7 5.6 3.7 9s-1.2 6.4-3.7 9c-2.5-2.6-3.7-5.6-3.7-9S9.5 5.6 12 3Z",
  error: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7.5v5.5M12 16.3v.1",
  frustration:
    "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM8.5 16.5c1-1.4 2.1-2 3.5-2s2.5.6 3.5 2M8 9l2 1.2M16 9l-2 1.2",
  request: "M7 20V5M3.5 8.5 7 5l3.5 3.5M17 4v15M13.5 15.5 17 19l3.5-3.5",
  console: "M4 5h16v14H4zM7.5 9.5l3 2.5-3 2.5M12.5 15h4",
  measure: "M4 17a8 8 0 1 1 16 0M12 17l4-6",
  fact: "M7 4v16M7 5h10l-2.5 3.5L17 12H7",
  custom: "M4 12V4h8l8 8-8 8-8-8ZM8 8v.1",
  identify: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20c1-3.5 3.9-5.3 7.5-5.3s6.5 1.8 7.5 5.3",
  visibility:
    "M2.5 12C4.5 8 8 5.8 12 5.8S19.5 8 21.5 12c-2 4-5.5 6.2-9.5 6.2S4.5 16 2.5 12ZM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z",
  thinning: "M3 12h4l2-6 3 12 2.5-9 1.5 3h5",
  recording: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8",
  discarded: "M5 7h14M10 11v6M14 11v6M6.5 7l1 13h9l1-13M9.5 7V4h5v3",
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing beside a text. It says nothing that the text does not say. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      fill={name === "play" ? "currentColor" : "none"}
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
