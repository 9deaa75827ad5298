/** Who watches the page while a case runs. */
export const VARIANTS = ["nobody", "rrweb", "datadog", "monitorme"] as const;
export type Variant = (typeof VARIANTS)[number];

/** A page and what happens to it. */
export interface Case {
  readonly name: string;
  /** Nodes of the page before anything happens. */
  readonly nodes: number;
  /** Rules of its style sheet. */
  readonly rules?: number;
  /** What the page does while it is recorded; without it, the first snapshot is what is measured. */
  readonly workload?: Workload;
}

export type Workload =
  | "create 1000 x 10"
  | "create 100 x 257 nested"
  | "add, remove, add 1000 x 10"
  | "1000 nested"
  | "add and move 10000"
  | "attributes of 10000"
  | "10000 texts"
  | "10000 style writes"
  | "adopt 10000 rules"
  | "insert 10000 rules";

/** The last six are of the shapes of rrweb's own benchmark of mutations. */
export const CASES: readonly Case[] = [
  { name: "first snapshot, 1,000 nodes", nodes: 1_000 },
  { name: "first snapshot, 10,000 nodes", nodes: 10_000 },
  { name: "first snapshot, 50,000 nodes", nodes: 50_000 },
  { name: "first snapshot, 100,000 nodes", nodes: 100_000 },
  { name: "first snapshot, 10,000 nodes, 10,000 rules", nodes: 10_000, rules: 10_000 },
  { name: "change 10,000 texts", nodes: 100, workload: "10000 texts" },
  { name: "10,000 style writes on 1,000 nodes", nodes: 100, workload: "10000 style writes" },
  { name: "adopt a sheet of 10,000 rules", nodes: 100, workload: "adopt 10000 rules" },
  { name: "insert 10,000 rules one by one", nodes: 100, workload: "insert 10000 rules" },
  { name: "create 1,000 x 10 nodes", nodes: 100, workload: "create 1000 x 10" },
  { name: "create 100 x 257 nested nodes", nodes: 100, workload: "create 100 x 257 nested" },
  { name: "add, remove and add 10,000 nodes", nodes: 100, workload: "add, remove, add 1000 x 10" },
  { name: "append 1,000 nodes, each into the last", nodes: 100, workload: "1000 nested" },
  { name: "add 10,000 nodes and move them", nodes: 100, workload: "add and move 10000" },
  { name: "change an attribute of 10,000 nodes", nodes: 100, workload: "attributes of 10000" },
];
