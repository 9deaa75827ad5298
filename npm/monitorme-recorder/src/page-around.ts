import {
  type Answer,
  type FromFrame,
  joinSession,
  type Question,
  type Releases,
  randomId,
  readAnswer,
  type Session,
  type Tape,
  type ToFrame,
} from "../../../agent-wasm/collector/index.ts";
import { FRAME_JOIN_MS_MAX, FRAME_JOIN_RETRY_MS, FRAME_ORIGINS_MAX } from "./limits.ts";
import { type Config, projectOf } from "./options.ts";
import { projectOrigins } from "./project-origins.ts";
import type { SettingsSource } from "./remote-settings.ts";

/** The page of another origin whose frame shows this one. */
export interface PageAround {
  /** Whose activity it is as far as this page knows by itself. */
  readonly own: Visitor;
  /** The frame, as a node of that page's window. */
  readonly windowId: string;
  readonly node: number;
  /** Begins to take what that page says. */
  follow(events: PageAroundEvents): void;
}

/** What the page around says. */
export interface PageAroundEvents {
  /** Another session has begun. */
  onRenewed(): void;
  /** What was held back of the session is sent. */
  onReleased(): void;
  /** This page is no window of that session any more. */
  onEnded(): void;
}

/** Whose activity is recorded. */
export interface Visitor {
  session: Session;
  releases: Releases;
  /** Who decides on the session, where this page does not. */
  around?: PageAround | undefined;
}

/** A page in a frame. */
interface JoiningPage {
  readonly config: Config;
  readonly settings: SettingsSource;
  readonly visitor: Visitor;
}

/**
 * Asks the page around this one whose session it is, until it answers or the time is over: it may be
 * shown before its recorder is. If it answers, its visitor takes the place of this page's own.
 *
 * Only pages of the project learn that there is a recorder, and only from them an answer is taken.
 */
export async function joinPageAround(
  tape: Tape,
  { config, settings, visitor }: JoiningPage,
): Promise<void> {
  const answer = await ask(tape, projectOf(config), projectOrigins(settings));
  const own = visitor.around?.own ?? { ...visitor };
  Object.assign(visitor, { around: undefined, ...own }, answer && visitorOf(tape, answer, own));
}

/** Most browsers tell the origin of the page around; elsewhere it is one of all. */
function originsToAsk({ origin, location }: Tape["page"], origins: readonly string[]): string[] {
  const [around = null] = location.ancestorOrigins ?? [];
  // A page of the same origin reads this one as a part of itself.
  return origins
    .slice(0, FRAME_ORIGINS_MAX)
    .filter((of) => of !== origin && (around === null || of === around));
}

/** A page that reads a frame of its own origin answers for what that one shows. */
function isAround(page: Window, source: unknown): boolean {
  return page.parent !== page && (page.parent === source || isAround(page.parent, source));
}

interface Joined extends Answer {
  readonly port: MessagePort;
}

function ask(
  tape: Tape,
  project: string,
  listed: Promise<readonly string[]>,
): Promise<Joined | null> {
  const { page, guard } = tape;
  const question: Question = { monitorme: "join", project, asker: randomId(page.crypto) };
  let origins: readonly string[] = [];
  return new Promise((resolve) => {
    const send = guard.wrap(() => {
      for (const origin of origins) {
        page.parent.postMessage(question, origin);
      }
    });
    const retry = page.setInterval(send, FRAME_JOIN_RETRY_MS);
    const deadline = page.setTimeout(settle, FRAME_JOIN_MS_MAX, null);

    function settle(answer: Joined | null): void {
      page.clearInterval(retry);
      page.clearTimeout(deadline);
      resolve(answer);
    }

    tape.onStop(() => settle(null));
    tape.listen(page, "message", (event) => {
      const { source, origin, data, ports } = event as MessageEvent;
      const answer =
        isAround(page, source) && origins.includes(origin) ? readAnswer(data, project) : null;
      const [port] = ports;
      if (answer !== null && port !== undefined) {
        settle({ ...answer, port });
      }
    });
    listed.then((told) => {
      origins = originsToAsk(page, told);
      if (origins.length > 0) {
        send();
      } else {
        settle(null);
      }
    });
  });
}

function visitorOf(
  tape: Tape,
  { session: start, isReleased, windowId, node, port }: Joined,
  own: Visitor,
): Visitor {
  const say = (what: FromFrame) => port.postMessage(what);
  const session = joinSession(start, Date.now, () => say("active"));
  let released = isReleased ? start.id : null;
  tape.onStop(() => port.close());
  return {
    session,
    releases: {
      isReleased: (id) => id === released,
      remember(id) {
        if (id !== released) {
          released = id;
          say("released");
        }
      },
      isAbout: () => false,
    },
    around: {
      own,
      windowId,
      node,
      follow(events) {
        port.onmessage = tape.guard.wrap(({ data }: MessageEvent<ToFrame>) => {
          switch (data) {
            case "released":
              released = session.id();
              events.onReleased();
              break;
            case "ended":
              events.onEnded();
              break;
            default:
              session.renew(data);
              events.onRenewed();
          }
        });
      },
    },
  };
}
