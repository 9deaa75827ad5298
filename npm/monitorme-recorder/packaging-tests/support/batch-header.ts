import assert from "node:assert/strict";

/** What the tests look at in the header of a batch; `docs/wire-format.md` has the whole of it. */
export interface BatchHeader {
  readonly batchIndex: number;
  readonly recordCount: number;
  readonly hasFullSnapshot: boolean;
  readonly recorderVersion: string;
}

const FIXED_BYTES = 12;
const FLAG_FULL_SNAPSHOT = 1;

/** Reads the header of a batch; throws if it is not one. */
export function readBatchHeader(batch: Buffer): BatchHeader {
  assert.equal(batch.toString("latin1", 0, 4), "MMWB", "the magic of a batch");
  assert.equal(batch[4], 1, "the version of the format");
  const read = reader(batch.subarray(FIXED_BYTES, FIXED_BYTES + batch.readUInt16LE(6)));
  assert.equal(read.byte(), 0x9a, "an array of ten");
  for (let ids = 0; ids < 3; ids++) {
    assert.deepEqual([read.byte(), read.byte()], [0xc4, 16], "an id of 16 bytes");
    read.bytes(16);
  }
  const [batchIndex, , , recordCount, flags] = [0, 0, 0, 0, 0, 0].map(read.uint);
  return {
    batchIndex: batchIndex ?? 0,
    recordCount: recordCount ?? 0,
    hasFullSnapshot: ((flags ?? 0) & FLAG_FULL_SNAPSHOT) !== 0,
    recorderVersion: read.bytes(read.byte() & 0x1f).toString(),
  };
}

/** Reads MessagePack, as far as headers use it. */
function reader(bytes: Buffer) {
  let position = 0;
  const take = (length: number) => {
    position += length;
    assert.ok(position <= bytes.length, "the header ends early");
    return bytes.subarray(position - length, position);
  };
  const byte = () => take(1).readUInt8();
  return {
    byte,
    bytes: take,
    uint(): number {
      const first = byte();
      switch (first) {
        case 0xcc:
          return byte();
        case 0xcd:
          return take(2).readUInt16BE();
        case 0xce:
          return take(4).readUInt32BE();
        case 0xcf:
          return Number(take(8).readBigUInt64BE());
        default:
          assert.ok(first < 0x80, "an unsigned integer");
          return first;
      }
    },
  };
}
