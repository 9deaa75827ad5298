import type { BrowserContext, CDPSession, Page } from "playwright-core";

/** What a page holds after garbage was collected. */
export interface Memory {
  readonly heapBytes: number;
  /** WebAssembly and buffers of the recorder's worker. */
  readonly workerBytes: number;
  readonly documents: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Reads the memory of a page through the browser's own tools. */
export interface MemoryMeter {
  read(): Promise<Memory>;
}

export async function createMemoryMeter(context: BrowserContext, page: Page): Promise<MemoryMeter> {
  const client = await context.newCDPSession(page);
  const worker = await attachToWorker(client);
  return {
    async read() {
      // What the first collection finalizes, the second one frees.
      for (let round = 0; round < 2; round += 1) {
        await client.send("HeapProfiler.collectGarbage");
        await worker("HeapProfiler.collectGarbage");
      }
      const heap = await client.send("Runtime.getHeapUsage");
      const counters = await client.send("Memory.getDOMCounters");
      const workerHeap = (await worker("Runtime.getHeapUsage")) as WorkerHeap;
      return {
        heapBytes: heap.usedSize,
        workerBytes: workerHeap.usedSize + (workerHeap.backingStorageSize ?? 0),
        documents: counters.documents,
        nodes: counters.nodes,
        listeners: counters.jsEventListeners,
      };
    },
  };
}

interface WorkerHeap {
  readonly usedSize: number;
  readonly backingStorageSize?: number;
}

type Send = (method: string) => Promise<unknown>;

/** Workers are targets of their own, which answer through messages that the page's session carries. */
async function attachToWorker(client: CDPSession): Promise<Send> {
  const attached = new Promise<string>((resolve) => {
    client.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
      if (targetInfo.type === "worker") resolve(sessionId);
    });
  });
  await client.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const sessionId = await attached;
  const waiting = new Map<number, (result: unknown) => void>();
  client.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result } = JSON.parse(message) as { id: number; result: unknown };
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  let lastId = 0;
  return (method) => {
    lastId += 1;
    const id = lastId;
    const answer = new Promise((resolve) => waiting.set(id, resolve));
    const message = JSON.stringify({ id, method });
    return client.send("Target.sendMessageToTarget", { message, sessionId }).then(() => answer);
  };
}
