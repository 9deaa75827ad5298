import type { Page } from "playwright-core";

import { until } from "../../support/until.ts";
import type { Visit } from "../../support/visit/visit.ts";

type Act = (page: Page) => Promise<unknown>;

/** One thing after the other. */
export function all(...acts: readonly Act[]): Act {
  return async (page) => {
    for (const act of acts) await act(page);
  };
}

/** Does what scrolls an element, and waits until it has. */
export function scroll(selector: string, act: Act): Act {
  return async (page) => {
    const top = () => page.evaluate((all) => document.querySelector(all)?.scrollTop, selector);
    const before = await top();
    await act(page);
    await until(`${selector} has scrolled`, async () => (await top()) !== before);
  };
}

/** Turns the wheel above an element that scrolls. */
export function wheel(selector: string, pixels: number): Act {
  return async (page) => {
    await page.hover(selector);
    await scroll(selector, () => page.mouse.wheel(0, pixels))(page);
  };
}

export function press(...keys: readonly string[]): Act {
  return async (page) => {
    for (const key of keys) await page.keyboard.press(key);
  };
}

/** A visit of which each step ends when nothing on the page moves. */
export function visitOf(steps: readonly Act[]): Visit {
  return { before: untilStill, steps: steps.map((step) => all(step, untilStill)), back: 3 };
}

/** Frames without any change, which is longer than libraries wait within what they do. */
const STILL_FRAMES = 3;

function untilStill(page: Page): Promise<unknown> {
  return page.evaluate(
    (framesWanted) =>
      new Promise<void>((resolve) => {
        let frames = 0;
        const startAgain = () => {
          frames = 0;
        };
        const observer = new MutationObserver(startAgain);
        observer.observe(document, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        });
        addEventListener("scroll", startAgain, { capture: true });
        requestAnimationFrame(function look() {
          const isMoving = document
            .getAnimations()
            .some(({ playState }) => playState === "running");
          frames = isMoving ? 0 : frames + 1;
          if (frames <= framesWanted) {
            requestAnimationFrame(look);
          } else {
            observer.disconnect();
            removeEventListener("scroll", startAgain, { capture: true });
            resolve();
          }
        });
      }),
    STILL_FRAMES,
  );
}
