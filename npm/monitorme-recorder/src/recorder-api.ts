/** What `Recorder.init` takes. */
export interface RecorderOptions {
  /** Address of your edge, such as `https://edge.example.com`. */
  readonly endpoint: string | URL;
  /** The public, write-only key of your project. */
  readonly ingestKey: string;
  /**
   * Whether requests of the page to its own origin carry the session id, in the header
   * `x-monitorme-session-id`. Default: `true`.
   */
  readonly sessionHeader?: boolean;
  /**
   * Whether pictures of canvases are recorded, and how often each is looked at: every
   * `intervalMs`, at least 200. `true` stands for every 1,000 ms. A canvas below
   * `data-monitorme="mask"`, and one that shows something of another origin, stays blank.
   * Default: `false`.
   */
  readonly canvas?: boolean | { readonly intervalMs?: number };
  /**
   * Address of `core.js`, on the page's own origin. It is loaded only where the page refuses workers
   * or WebAssembly. Default: beside the module in the URL form; none in the others.
   */
  readonly coreUrl?: string | URL;
  /** What is hidden and what is shown. Default: all text, all values and all media are hidden. */
  readonly privacy?: PrivacyOptions;
  /** What of requests and answers is recorded beside method, address, status, timing and sizes. */
  readonly network?: NetworkOptions;
  /**
   * Whether nothing is recorded of visitors whose browser sends Global Privacy Control or Do Not
   * Track. Default: `true`.
   */
  readonly honorOptOut?: boolean;
  /**
   * With `"required"` nothing is recorded or stored before `Recorder.giveConsent()`. Default:
   * `"not-required"`.
   */
  readonly consent?: "required" | "not-required";
  /** Share of all sessions that are recorded, from 0 to 1. Default: 1. */
  readonly sampleRate?: number;
  /**
   * Share of the other sessions that are held back in the browser for the case of an error, from 0 to
   * 1: nothing of them is sent before something goes wrong, then the last five minutes or more and all
   * that follows. Where both rates say no, nothing is recorded, and the rest of the recorder is not
   * loaded. Default: 1.
   */
  readonly errorSampleRate?: number;
  /**
   * Age in milliseconds up to which a session is held back, so that nothing of shorter ones is sent
   * unless there was an error in them. Default: 0.
   */
  readonly minimumDurationMs?: number;
  /**
   * Whether the edge is asked for settings of the project, which hold in place of these options: rates,
   * minimum duration, a stricter level of privacy, or that nothing is recorded. Default: `true`.
   */
  readonly remoteSettings?: boolean;
  /**
   * When the page is read for the first time. Requests, errors and the console are recorded from the
   * call of `init` in any case. With `"at-once"` the page's first paint competes with the loading of
   * the rest of the recorder.
   * Default: `"after-first-paint"`.
   */
  readonly start?: "after-first-paint" | "at-once";
}

/**
 * What is hidden and what is shown. Lists of selectors hold selectors of single elements, such as
 * `.name`, `#id`, `td.price` or `[data-field="email"]`; what they ask for holds for the element and
 * all below it, up to the next element that asks for something else. The attribute `data-monitorme`
 * on an element asks for the same and overrules the lists.
 */
export interface PrivacyOptions {
  /**
   * What holds where no element says otherwise. `"mask"`, the default, hides all text, all values
   * and all media; `"mask-user-input"` what visitors give; `"allow"` only passwords, payment cards,
   * e-mail addresses, telephone numbers and one-time codes.
   */
  readonly level?: "mask" | "mask-user-input" | "allow";
  /** Elements where level `"mask"` holds. */
  readonly mask?: readonly string[];
  /** Elements where level `"mask-user-input"` holds. */
  readonly maskUserInput?: readonly string[];
  /** Elements where level `"allow"` holds. */
  readonly unmask?: readonly string[];
  /** Elements that are empty boxes in the replay. Nothing below them is read. */
  readonly block?: readonly string[];
  /** Form controls, or what contains them, of whose values nothing is recorded. */
  readonly ignore?: readonly string[];
  /** Names of query parameters whose values are kept in addresses. Default: none. */
  readonly keepParameters?: readonly string[];
  /** Names of attributes that are shown at level `"mask"`, too. */
  readonly showAttributes?: readonly string[];
  /** Names of attributes that are masked at every level. */
  readonly maskAttributes?: readonly string[];
}

/**
 * What of requests and answers is recorded beside the facts about them. Default: nothing. Values
 * behind names that announce a secret, e-mail addresses, numbers of payment cards and tokens are
 * hidden in what is recorded, whatever the level of privacy.
 */
export interface NetworkOptions {
  /** Names of headers. Those that hold credentials are never shown. */
  readonly headers?: readonly string[];
  /**
   * Addresses, without query, of which bodies are recorded as far as they are text: paths of the
   * page's origin, such as `/api/*`, or whole ones. `*` stands for anything. The first 32,768
   * characters are kept.
   */
  readonly bodies?: readonly string[];
  /** Names of fields of bodies, forms and JSON, whose values are hidden. */
  readonly hideFields?: readonly string[];
}

/** What `Recorder.init` of the URL form takes. */
export interface UrlRecorderOptions extends RecorderOptions {
  /** Address of `worker.js`, on the page's own origin. Default: beside the module. */
  readonly workerUrl?: string | URL;
  /** Address of `agent_wasm_bg.wasm`. Default: beside the module. */
  readonly wasmUrl?: string | URL;
}

/** The recorder of the page. */
export interface RecorderApi<Options extends RecorderOptions = RecorderOptions> {
  /**
   * Starts recording. Resolves right away, so that a page may wait for it before it shows anything;
   * with `start: "at-once"`, when the page is being read. Does nothing while a recording runs.
   *
   * Where recording is not possible - on a server, or where the browser or the page's
   * Content-Security-Policy refuses workers or WebAssembly and `core.js` cannot be loaded either -
   * there is one warning on the console, and the page goes on without. Rejects with a `TypeError`
   * that names the option if an option is not valid.
   */
  init(options: Options): Promise<void>;
  /**
   * Ends the recording and undoes every change to the page. Resolves to whether the edge has
   * everything that was recorded.
   */
  stop(): Promise<boolean>;
  /**
   * Sends what has been recorded so far. Resolves to whether the edge has all of it: to `false` if
   * the edge cannot be reached (the recorder goes on trying) or if nothing is being recorded.
   */
  flush(): Promise<boolean>;
  /**
   * Sends what was held back of this session, and records the rest of it on all its pages. Does
   * nothing for visitors who are not recorded because they or the project say so.
   */
  captureReplay(): void;
  /**
   * Stops seeing and recording anything, until `resume` or for the rest of the page. Requests go on
   * naming the session.
   */
  pause(): void;
  /** Goes on with what `pause` ended; the replay shows the gap. */
  resume(): void;
  /**
   * The visitor agrees to be recorded. Starts what `init` with `consent: "required"` prepared;
   * resolves when it has started. It holds for this page: whoever asks for consent remembers it.
   */
  giveConsent(): Promise<void>;
  /**
   * The visitor does not agree any more. Ends the recording, sends nothing of what was not sent yet,
   * and removes everything that was stored in the browser.
   */
  withdrawConsent(): void;
  /**
   * The id of the visitor's session, also while the recording pauses or if the session is not among
   * those that are recorded; `null` where there is no recorder.
   */
  readonly sessionId: string | null;
  /**
   * Says who the visitor is. `traits` has to be expressible as JSON. Does nothing while nothing is
   * being recorded.
   */
  identify(userId: string, traits?: Readonly<Record<string, unknown>>): void;
  /**
   * Records that something happened. `payload` has to be expressible as JSON. Does nothing while
   * nothing is being recorded.
   */
  addEvent(name: string, payload?: unknown): void;
  /**
   * Notes a fact about the visit, such as the customer's plan. `value` has to be expressible as JSON
   * of at most 1,024 characters. Does nothing while nothing is being recorded.
   */
  tag(name: string, value: unknown): void;
  /**
   * Notes how the page evaluated a feature flag. `value` has to be expressible as JSON of at most
   * 1,024 characters. Does nothing while nothing is being recorded.
   */
  flag(name: string, value: unknown): void;
}
