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
   * Starts recording, and resolves when it has started. Does nothing while a recording runs.
   *
   * Where recording is not possible - on a server, or where the browser or the page's
   * Content-Security-Policy refuses workers or WebAssembly - it resolves as well, after one warning
   * on the console, and the page goes on without. Rejects with a `TypeError` that names the option
   * if an option is not valid.
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
  /** The id of the visitor's session while a recording runs, else `null`. */
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
}
