/** How much of a page may leave it where no element says otherwise. */
export type PrivacyLevel = "mask" | "mask-user-input" | "allow";

/** What the page's author decided about privacy, checked. */
export interface PrivacyConfig {
  readonly level: PrivacyLevel;
  /** Selectors of elements by what is asked for them; empty where nothing is. */
  readonly selectors: PrivacySelectors;
  /** The names of attributes that these selectors look at. */
  readonly selectorAttributes: readonly string[];
  /** Query parameters whose values are kept in addresses, one a line. */
  readonly keptParameters: string;
  /** Attributes that are shown at level `mask`, too, one a line. */
  readonly shownAttributes: string;
  /** Attributes that are masked at every level, one a line. */
  readonly maskedAttributes: string;
  /** Fields of bodies of requests and answers whose values are hidden, one a line. */
  readonly hiddenFields: string;
}

/** What may be asked for an element. */
export type PrivacySelectors = Readonly<
  Record<"mask" | "maskUserInput" | "unmask" | "block" | "ignore", string>
>;
