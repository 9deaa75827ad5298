// What the Workers runtime calls, forwarded to the edge.
//
// A trap (a Rust panic is one) leaves the memory of a WebAssembly instance in an unknown state: the
// calls under way will never be answered, and the call after it begins with a fresh instance.

import { WorkerEntrypoint } from "cloudflare:workers";
import * as edge from "./index.js";

const instance = edge.__worker_init_state();

/** How to end each call under way. */
const underWay = new Set();

function noteTrap(error) {
  if (!(error instanceof WebAssembly.RuntimeError)) return;
  instance.criticalError = true;
  for (const end of underWay) end(error);
}

function renewAfterTrap() {
  if (!instance.criticalError) return;
  edge.__wbg_reset_state();
  instance.criticalError = false;
}

async function call(target) {
  renewAfterTrap();
  let end;
  const trapped = new Promise((_, reject) => {
    end = reject;
  });
  underWay.add(end);
  try {
    return await Promise.race([target(), trapped]);
  } catch (error) {
    noteTrap(error);
    throw error;
  } finally {
    underWay.delete(end);
  }
}

// A trap while a future is polled is thrown at nobody.
addEventListener("error", (event) => noteTrap(event.error));

function failure(error) {
  // biome-ignore lint/suspicious/noConsole: the log of the runtime is where operators look.
  console.error(error);
  const body = { error: { code: "internal", message: "the edge failed; its log says why" } };
  // Recorders on any page may read that: it says nothing about anyone.
  return Response.json(body, { status: 500, headers: { "access-control-allow-origin": "*" } });
}

// biome-ignore lint/style/noDefaultExport: the runtime finds the entrypoint by the default export.
export default class extends WorkerEntrypoint {
  fetch(request) {
    return call(() => edge.fetch.call(this, request, this.env, this.ctx)).catch(failure);
  }

  scheduled(controller) {
    return call(() => edge.scheduled.call(this, controller, this.env, this.ctx));
  }
}

/** A Durable Object whose inner object is made again in a fresh instance; what it stored stays. */
function durableObject(Inner) {
  class Outer {
    #context;
    #env;
    #inner;
    #madeIn;

    constructor(context, env) {
      this.#context = context;
      this.#env = env;
    }

    inner() {
      if (this.#madeIn !== instance.instanceId) {
        this.#inner = new Inner(this.#context, this.#env);
        this.#madeIn = instance.instanceId;
      }
      return this.#inner;
    }
  }
  // Only what the inner object answers: the runtime looks whether a method is there.
  for (const name of ["fetch", "alarm"]) {
    if (!(name in Inner.prototype)) continue;
    Outer.prototype[name] = function forward(...values) {
      return call(() => this.inner()[name](...values));
    };
  }
  return Outer;
}

export const SessionObject = durableObject(edge.SessionObject);
