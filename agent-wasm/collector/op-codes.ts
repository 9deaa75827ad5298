// The numbers that collector and core share. `agent-wasm/src/capture/op.rs` and
// `docs/wire-format.md` say what each op holds; a test of the core compares the numbers.

export const DOCUMENT = 1;
export const INSERT = 2;
export const SNAPSHOT_COMPLETE = 3;
export const REMOVE = 4;
export const ATTRIBUTE = 5;
export const TEXT = 6;
export const MUTATION_END = 7;
export const STYLE_SHEET = 8;
export const POINTER_MOVE = 9;
export const POINTER_ACTION = 10;
export const SCROLL = 11;
export const VIEWPORT = 12;
export const INPUT = 13;
export const FOCUS = 14;
export const VISIBILITY = 15;
export const NAVIGATION = 16;
export const PAGE_ERROR = 17;
export const CUSTOM_EVENT = 18;
export const IDENTIFY = 19;
export const DISCARDED = 20;
export const RULE_EDITS = 21;
export const SHEET_MEDIA = 22;
export const ADOPTED_SHEETS = 23;
export const STATE = 40;
export const SELECTION = 41;
export const VISUAL_VIEWPORT = 42;
export const WINDOW_FOCUS = 43;
export const ORIENTATION = 44;
export const CONSOLE = 55;
export const CONSOLE_SKIPPED = 56;
export const LOAD_FAILURE = 57;
export const POLICY_VIOLATION = 58;
export const REQUEST_START = 59;
export const REQUEST_END = 60;
export const PERFORMANCE_ENTRY = 62;
export const MEMORY = 63;
export const TAG = 64;
export const FLAG = 65;
export const REQUEST_CONTENT = 66;
export const PAUSE = 90;
export const THINNING = 85;
export const BLOCK_SIZE = 80;

/** In place of a previous sibling: behind all children there are. */
export const APPEND = 0xffffffff;

/** Kinds of nodes in node entries. */
export const KIND_DOCUMENT = 1;
export const KIND_DOCTYPE = 2;
export const KIND_HTML_ELEMENT = 3;
export const KIND_SVG_ELEMENT = 4;
export const KIND_MATHML_ELEMENT = 5;
export const KIND_TEXT = 6;
export const KIND_COMMENT = 7;
export const KIND_CDATA = 8;
export const KIND_SHADOW_ROOT = 9;
export const KIND_CLOSED_SHADOW_ROOT = 10;
export const KIND_TEMPLATE_CONTENT = 11;
export const KIND_OTHER_ELEMENT = 12;
export const KIND_MOVED = 16;

/** Keys of what a node has beside its markup. */
export const STATE_VALUE = 1;
export const STATE_CHECKED = 2;
export const STATE_SELECTED = 3;
export const STATE_QUIRKS = 6;
export const STATE_ADDRESS = 11;
export const STATE_DEFINED_ELEMENT = 12;
export const STATE_PLACEHOLDER = 13;
export const STATE_INDETERMINATE = 14;
export const STATE_TOP_LAYER = 15;
export const STATE_MEDIA = 16;
export const STATE_SOURCE = 17;
export const STATE_ANIMATIONS = 19;
export const STATE_FILES = 20;

export const STATE_PRIVACY = 26;

/** What an element asks of privacy. */
export const MARK_MASK = 1;
export const MARK_MASK_USER_INPUT = 2;
export const MARK_ALLOW = 3;
export const MARK_BLOCK = 4;
export const MARK_SECRET = 5;

/** How an element came into the top layer. */
export const TOP_LAYER_OUTSIDE = 0;
export const TOP_LAYER_MODAL_DIALOG = 1;
export const TOP_LAYER_POPOVER = 2;
export const TOP_LAYER_FULLSCREEN = 3;

/** Pointers. */
export const POINTER_MOUSE = 0;
export const POINTER_PEN = 1;
export const POINTER_TOUCH = 2;
export const POINTER_DRAG = 3;

/** What a pointer did. */
export const ACTION_UP = 0;
export const ACTION_DOWN = 1;
export const ACTION_CLICK = 2;
export const ACTION_CONTEXT_MENU = 3;
export const ACTION_DOUBLE_CLICK = 4;
export const ACTION_TOUCH_START = 7;
export const ACTION_TOUCH_END = 9;
export const ACTION_TOUCH_CANCEL = 10;

/** How an address came about. */
export const NAVIGATION_PUSH = 2;
export const NAVIGATION_REPLACE = 3;
export const NAVIGATION_TRAVERSE = 4;
export const NAVIGATION_HASH = 5;

/** Where a page error came from. */
export const ORIGIN_ERROR = 1;
export const ORIGIN_REJECTION = 2;

/** Why something was lost. */
export const REASON_RECORDER_FAULT = 4;

/** Why what was held back is sent. */
export const RELEASE_REQUESTED = 2;
export const RELEASE_EDGE = 3;
export const RELEASE_DURATION = 4;
export const RELEASE_OTHER_PAGE = 5;

/** Levels of the console. */
export const LEVEL_DEBUG = 1;
export const LEVEL_LOG = 2;
export const LEVEL_INFO = 3;
export const LEVEL_WARN = 4;
export const LEVEL_ERROR = 5;
export const LEVEL_ASSERT = 6;
export const LEVEL_TRACE = 7;

/** Tokens of what was given to the console. */
export const VALUE_TEXT = 1;
export const VALUE_LITERAL = 2;
export const VALUE_LIST = 3;
export const VALUE_OBJECT = 4;
export const VALUE_KEY = 5;
export const VALUE_END = 6;

/** How a page sent a request. */
export const INITIATOR_FETCH = 1;
export const INITIATOR_XHR = 2;
export const INITIATOR_BEACON = 3;
export const INITIATOR_WEB_SOCKET = 4;
export const INITIATOR_EVENT_SOURCE = 5;

/** What became of a request. */
export const OUTCOME_ANSWERED = 1;
export const OUTCOME_FAILED = 2;
export const OUTCOME_ABORTED = 3;
export const OUTCOME_TIMED_OUT = 4;
export const OUTCOME_QUEUED = 5;

/** Who sent a content. */
export const SIDE_REQUEST = 1;
export const SIDE_ANSWER = 2;

/** How much of a body is recorded. */
export const EXTENT_NOT_LISTED = 1;
export const EXTENT_WHOLE = 2;
export const EXTENT_BEGINNING = 3;
export const EXTENT_NOT_READ = 4;
export const EXTENT_TOO_MANY = 5;

/** Kinds of entries of the performance timeline. */
export const ENTRY_NAVIGATION = 1;
export const ENTRY_PAINT = 2;
export const ENTRY_LARGEST_PAINT = 3;
export const ENTRY_LAYOUT_SHIFT = 4;
export const ENTRY_EVENT = 5;
export const ENTRY_VISIBILITY = 6;
export const ENTRY_RESOURCE = 7;
export const ENTRY_LONG_FRAME = 8;
export const ENTRY_LONG_TASK = 9;
