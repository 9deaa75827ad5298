// The edge as it was built, with every operation counted that Cloudflare bills. `GET /v1/counts` tells them.
//
// What does the work is left alone: methods of the platform's own objects are wrapped, so that they count what
// they were asked and what the stores say they did.

import * as edge from "../../../edge-worker/build/index.js";

const counts = {
  requests: 0,
  object_requests: 0,
  object_rows_written: 0,
  alarms_set: 0,
  /** Rows written to the index, by table; indexes included. */
  index_rows_written: {},
  index_rows_read: 0,
  blobs_written: 0,
  blobs_read: 0,
};

const wrapped = new WeakSet();

/** Replaces methods of the prototype of an object, once. */
function wrap(object, methods) {
  const prototype = object && Object.getPrototypeOf(object);
  if (!prototype || wrapped.has(prototype)) return;
  wrapped.add(prototype);
  for (const [name, counting] of Object.entries(methods)) {
    const original = prototype[name];
    prototype[name] = function counted(...values) {
      return counting(() => original.apply(this, values), ...values);
    };
  }
}

function countWith(key) {
  return (work) => {
    counts[key]++;
    return work();
  };
}

function watchStores(env) {
  wrap(env.INDEX, { batch: countIndex });
  // What R2 calls operations of class A and of class B; deleting is free.
  wrap(env.BLOBS, {
    put: countWith("blobs_written"),
    list: countWith("blobs_written"),
    get: countWith("blobs_read"),
    head: countWith("blobs_read"),
  });
}

async function countIndex(work, statements) {
  const results = await work();
  results.forEach(({ meta }, number) => {
    const table = /\b(?:into|update|from|table)\s+(?:if not exists )?(\w+)/.exec(
      statements[number].statement,
    )?.[1];
    counts.index_rows_read += meta.rows_read;
    counts.index_rows_written[table] = (counts.index_rows_written[table] ?? 0) + meta.rows_written;
  });
  return results;
}

function watchObject(context) {
  wrap(context.storage, { setAlarm: countWith("alarms_set") });
  wrap(context.storage.sql, {
    exec: (work) => {
      const cursor = work();
      counts.object_rows_written += cursor.rowsWritten;
      return cursor;
    },
  });
}

// biome-ignore lint/style/noDefaultExport: the runtime finds the entrypoint by the default export.
export default class extends edge.default {
  fetch(request) {
    if (new URL(request.url).pathname === "/v1/counts") return Response.json(counts);
    watchStores(this.env);
    counts.requests++;
    return super.fetch(request);
  }
}

export class SessionObject extends edge.SessionObject {
  constructor(context, env) {
    watchStores(env);
    watchObject(context);
    super(context, env);
  }

  fetch(request) {
    counts.object_requests++;
    return super.fetch(request);
  }

  alarm() {
    counts.object_requests++;
    return super.alarm();
  }
}
