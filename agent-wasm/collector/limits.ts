// Every maximum of the collector, with its unit and its reason.

/**
 * Time from the first thing read to the message that carries it: 50 ms. A message costs the main
 * thread about 10 µs, so one per observer callback would cost more than reading; what has not been
 * posted is lost when the renderer dies.
 */
export const POST_INTERVAL_MS = 50;

/**
 * Size at which a message is posted at once: 64 Ki words (256 KB) of numbers and text together. To join
 * the text takes about 1 ms, the core can start on a large snapshot before its end, and the memory held
 * here is bounded.
 */
export const POST_WORDS = 64 * 1024;

/**
 * Words that the buffers keep between messages: 16 Ki (64 KB). Ordinary messages fit; what a large
 * snapshot needed is given back.
 */
export const KEPT_WORDS = 16 * 1024;

/**
 * Time that a slice of reading may take: 4 ms. It leaves three quarters of a 16 ms frame to the
 * page, and slicing at this length was measured to cost under 2 % in total.
 */
export const SLICE_MS = 4;

/**
 * Changes of attributes and texts per second from which samples are taken: 20,000. Up to there they
 * cost about half a percent of the page's time; more is not seen by anybody, but would have to be sent.
 */
export const STORM_CHANGES_PER_S = 20_000;

/** Changes per second from which fewer samples are taken: 100,000. */
export const STORM_FLOOD_CHANGES_PER_S = 100_000;

/**
 * Nodes per second from which the inside of elements that come is left for later: 200,000, a fifth
 * of the page's time. Pages that load much at once stay below.
 */
export const STORM_NODES_PER_S = 200_000;

/** Share of these rates at which a storm is over: one half. */
export const STORM_CALM_SHARE = 0.5;

/** Time between two samples of an attribute or a text in a storm: 100 ms. */
export const STORM_SAMPLE_MS = 100;

/** Time between two samples in a flood: 500 ms. */
export const STORM_FLOOD_SAMPLE_MS = 500;

/** Nodes or rules between two readings of the clock: 32. A reading costs 0.16 µs, two nodes' worth. */
export const STEPS_PER_CLOCK_READ = 32;

/**
 * Faults after which the recorder stops: 10. One may be a page that does something nobody thought
 * of; ten are a recorder that does not understand its page.
 */
export const FAULTS_MAX = 10;

/** Attributes of one element: 65,535, what the 16 bits of a node entry can count. */
export const ATTRIBUTES_PER_ELEMENT_MAX = 0xffff;

/**
 * How far a pointer may have been from the line between two samples: 3 px in either direction, less
 * than the tip of the cursor covers.
 */
export const POINTER_TOLERANCE_PX = 3;

/**
 * Time between two samples that stand for a straight line: 300 ms, `POINTER_LINE_MS_MAX` of the wire
 * format. What a message that never leaves could lose is no longer than that.
 */
export const POINTER_LINE_MS_MAX = 300;

/** Time without movement after which a pointer rests: 50 ms, three frames. */
export const POINTER_REST_MS = 50;

/** Form controls compared per post: 500, about 0.1 ms. The next post goes on where this one ended. */
export const CONTROLS_PER_POST = 500;

/**
 * Time between two notes of where a playing medium is: 5 s. It plays on by itself; only what holds
 * it up on the way needs correction.
 */
export const MEDIA_POSITION_MS = 5_000;

/** Elements whose animations are read per post: 100, about 1 ms. The next post goes on. */
export const ANIMATED_PER_POST_MAX = 100;

/** Characters of the animations of one element: 16,384, some hundred keyframes. */
export const ANIMATIONS_CHARACTERS_MAX = 16_384;

/** Canvases looked at per sample: 4, so that one frame of the page does not pay for many. */
export const CANVASES_PER_SAMPLE_MAX = 4;

/** Longer side of the picture of a canvas: 1,280 px. A larger canvas is scaled down. */
export const CANVAS_SIDE_MAX = 1_280;

/**
 * Time between two readings of a sheet whose rules change: 1 s. Libraries that insert rules one by
 * one would otherwise have their sheet sent again with every message.
 */
export const SHEET_REREAD_MS = 1_000;

/**
 * Characters of one sheet: 4 Mi. The largest sheets known in practice have 1-3 MB; a longer one is
 * left to its address.
 */
export const SHEET_CHARACTERS_MAX = 4 * 1024 * 1024;

/**
 * Time for which a browser believes that the edge still has a style sheet: 7 days. Should an archive
 * ever be lost, it is complete again after this.
 */
export const KNOWN_SHEETS_MS = 7 * 24 * 60 * 60 * 1_000;

/** Rules up to which a sheet is read at once and not in slices: 32, about 0.1 ms. */
export const SMALL_SHEET_RULES_MAX = 32;

/**
 * Rules in a group, such as those of a media query, up to which it is read as one text: 64, about
 * 0.2 ms. Larger ones are read rule by rule.
 */
export const GROUP_RULES_MAX = 64;

/** Sheets compared per post: 200, about 0.2 ms. The next post goes on where this one ended. */
export const SHEETS_PER_POST = 200;

/** Documents and shadow roots compared per post: 500, about 0.2 ms. */
export const ROOTS_PER_POST = 500;

/**
 * Rules that are compared before each post because a script reached for them: 200, about 0.4 ms. A
 * script that goes through all rules of a page makes older ones forgotten.
 */
export const WATCHED_RULES_MAX = 200;

/** Bytes of a font that a script makes from bytes: 128 KiB, as most fonts have less. */
export const FONT_BYTES_MAX = 128 * 1024;

/** Fonts that scripts add to a document: 100. */
export const FONTS_MAX = 100;

/** Characters of the message of a page error: 4,096. Longer ones carry data, not explanations. */
export const ERROR_MESSAGE_CHARACTERS_MAX = 4_096;

/** Characters of the stack of a page error: 16,384, some 100 frames. */
export const ERROR_STACK_CHARACTERS_MAX = 16_384;

/** Causes of an error that are followed: 5. Longer chains are wrappers around wrappers. */
export const ERROR_CAUSES_MAX = 5;

/** Console messages recorded per second: 20. What writes more often is not meant to be read. */
export const CONSOLE_MESSAGES_PER_SECOND = 20;

/**
 * Time that reading what is given to the console may take per second: 20 ms, 2 % of the page's time.
 * Less would cut short what is read on a busy machine.
 */
export const CONSOLE_MS_PER_SECOND = 20;

/** Values, keys and ends of one console message: 200, about a screen of text. */
export const CONSOLE_TOKENS_MAX = 200;

/** Characters of one string given to the console: 1,000. */
export const CONSOLE_CHARACTERS_MAX = 1_000;

/** Objects within objects given to the console: 3 levels. */
export const CONSOLE_DEPTH_MAX = 3;

/** Keys or elements of one object given to the console: 20. */
export const CONSOLE_KEYS_MAX = 20;

/** Characters of the body of a request or an answer: 32,768, some 500 lines. More are data, not a cause. */
export const BODY_CHARACTERS_MAX = 32_768;

/** Bodies recorded per second: 50, of requests and answers. A page that asks more often asks for the same. */
export const BODIES_PER_SECOND = 50;

/** Time that an answer has to come: 10 s. One that takes longer is a stream that does not end. */
export const BODY_READ_MS = 10_000;

/** Characters of the value of a header: 1,024. */
export const HEADER_CHARACTERS_MAX = 1_024;

/**
 * Contents of requests and answers that wait for the rest of the recorder: 100. Pages load with some
 * dozens of requests.
 */
export const CONTENTS_WAITING_MAX = 100;

/** Scripts read from one long frame: 20. The core keeps the longest of them. */
export const FRAME_SCRIPTS_READ_MAX = 20;

/** Duration from which the browser tells of an event: 40 ms, what Interaction to Next Paint needs. */
export const EVENT_DURATION_MS = 40;

/** Time between two readings of the page's memory: 30 s. A leak takes minutes to matter. */
export const MEMORY_INTERVAL_MS = 30_000;

/** Frames of other origins on a page that can join its session: 100. Further ones go on by themselves. */
export const OUTSIDE_FRAMES_MAX = 100;

/** Time without activity after which a session ends: 30 minutes. */
export const SESSION_IDLE_MS = 30 * 60 * 1_000;

/** Age at which a session ends: 4 hours, so that one forgotten tab is not one endless session. */
export const SESSION_AGE_MS = 4 * 60 * 60 * 1_000;

/**
 * Time without activity after which the next session does not name the one before: 24 hours. Whoever
 * comes back later begins anew.
 */
export const SESSION_LINK_MS = 24 * 60 * 60 * 1_000;

/**
 * Time between two notes of activity in the storage that all tabs share: 5 s. Storage is
 * synchronous; an idle limit of 30 minutes does not need to be exact.
 */
export const SESSION_NOTE_MS = 5_000;

/** Attempts to remove the journals of a visitor who is to be forgotten: 50, five seconds in all. */
export const JOURNAL_REMOVAL_TRIES = 50;

/** Time between two of them: 100 ms. A worker that was ended lets go of its file within a few. */
export const JOURNAL_REMOVAL_WAIT_MS = 100;
