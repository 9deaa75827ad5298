/**
 * The one place where the shop meets MonitorMe. To remove the recorder, delete this file and its
 * four calls; to try the shop without it, leave `monitorme-recorder` uninstalled.
 */
import { Recorder } from "monitorme-recorder";
import type { Order } from "../../contract/order.ts";
import { readPageConfiguration } from "./page-configuration.ts";

const ENDPOINT_DEFAULT = "http://localhost:8787";
const INGEST_KEY_DEFAULT = "mm_ingest_demo_petshop";

/** Starts recording the visit. An empty endpoint in the configuration switches recording off. */
export function startRecording(): void {
  const configuration = readPageConfiguration();
  const endpoint = configuration.monitormeEndpoint ?? ENDPOINT_DEFAULT;
  const ingestKey = configuration.monitormeIngestKey ?? INGEST_KEY_DEFAULT;
  if (endpoint === "") return;
  // What the shop sells is no secret; what its customers type is.
  const privacy = { level: "mask-user-input" } as const;
  Recorder.init({ endpoint, ingestKey, privacy }).catch((reason: unknown) => {
    // biome-ignore lint/suspicious/noConsole: The shop goes on, and its developer wants to know.
    console.warn("This visit is not recorded.", reason);
  });
}

/** Ties the visit to a customer, so that support finds it by their e-mail address. */
export function identifyCustomer(email: string): void {
  Recorder.identify(email);
}

/** Marks the moment of a purchase in the recording. */
export function recordPurchase(order: Order): void {
  Recorder.addEvent("order placed", {
    order_id: order.id,
    total: order.quote.totalCents / 100,
  });
}
