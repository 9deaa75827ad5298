import { pack } from "@rrweb/packer";
import { record } from "@rrweb/record";
import type { eventWithTime } from "@rrweb/types";

import { benchmark } from "../page.ts";

const events: string[] = [];

benchmark({
  async start() {
    // Stringifying is part of the cost: an event that stays an object cannot be sent.
    record({ emit: (event) => events.push(JSON.stringify(event)) });
  },
  async finish() {},
  unsent() {
    const bytes = (text: string) => new TextEncoder().encode(text).length;
    const packed = events.map((event) => bytes(pack(JSON.parse(event) as eventWithTime)));
    return { events, packedBytes: packed.reduce((sum, size) => sum + size, 0) };
  },
});
