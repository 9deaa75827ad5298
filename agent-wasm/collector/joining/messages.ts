import { isId } from "../session/random-id.ts";
import { readStart, type SessionStart } from "../session/session.ts";

/** What a frame asks the page around it, as a message to that page's origin. */
export interface Question {
  readonly monitorme: "join";
  /** Both have to be recorded for the same project. */
  readonly project: string;
  /** Whoever asks more than once is answered once. */
  readonly asker: string;
}

/** What a frame has to know of the session that it joins. */
export interface Invitation {
  readonly session: SessionStart;
  /** Whether the session is sent although it was held back. */
  readonly isReleased: boolean;
  /** The window of the page around the frame. */
  readonly windowId: string;
}

/** The answer, which comes with a port for what is said later. */
export interface Answer extends Invitation {
  readonly monitorme: "joined";
  readonly project: string;
  /** The frame, as a node of that window. */
  readonly node: number;
}

/**
 * On the port, from the page to the frame: another session, which has begun; that what was held back
 * is sent; or that the recording of the page has ended or the frame has become another node of it.
 */
export type ToFrame = SessionStart | "released" | "ended";

/** On the port, from the frame to the page: the visitor did something, or what was held back is sent. */
export type FromFrame = "active" | "released";

/** Whether a frame asks to join this project. */
export function isQuestion(said: unknown, project: string): said is Question {
  return isAbout(said, "join", project);
}

/** The answer to a question about this project; `null` if it is none that is complete. */
export function readAnswer(said: unknown, project: string): Answer | null {
  if (!isAbout(said, "joined", project)) {
    return null;
  }
  const { session, isReleased, windowId, node } = said as Partial<Answer>;
  const start = readStart(session);
  return start !== null && isId(windowId) && isNode(node)
    ? {
        monitorme: "joined",
        project,
        session: start,
        isReleased: isReleased === true,
        windowId,
        node,
      }
    : null;
}

function isNode(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0;
}

function isAbout(said: unknown, monitorme: string, project: string): boolean {
  const message = said as Partial<Question> | null | undefined;
  return message?.monitorme === monitorme && message.project === project;
}
