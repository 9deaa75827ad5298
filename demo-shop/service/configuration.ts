import { resolve } from "node:path";

/** What the service needs to know before it starts. */
export interface Configuration {
  /** Port to listen on. 0 lets the system choose a free one. */
  port: number;
  /** Name or address to listen on. */
  host: string;
  /** Folder with the built storefront. */
  storefrontFolder: string;
  /** What the page needs to know, written into it as it is served. */
  page: PageConfiguration;
}

/** Settings of the recorder in the page. What is absent keeps the storefront's own default. */
export interface PageConfiguration {
  monitormeEndpoint?: string;
  monitormeIngestKey?: string;
}

const PORT_DEFAULT = 4000;
const PORT_MAX = 65_535;
const STOREFRONT_FOLDER_DEFAULT = resolve(import.meta.dirname, "../dist");

/** Reads the configuration from environment variables. Throws a sentence for whoever set them. */
export function readConfiguration(environment: NodeJS.ProcessEnv): Configuration {
  const page: PageConfiguration = {};
  const { MONITORME_ENDPOINT, MONITORME_INGEST_KEY } = environment;
  if (MONITORME_ENDPOINT !== undefined) page.monitormeEndpoint = MONITORME_ENDPOINT;
  if (MONITORME_INGEST_KEY !== undefined) page.monitormeIngestKey = MONITORME_INGEST_KEY;
  return {
    port: readPort(environment.PORT),
    host: environment.HOST || "localhost",
    storefrontFolder: environment.STOREFRONT_FOLDER || STOREFRONT_FOLDER_DEFAULT,
    page,
  };
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === "") return PORT_DEFAULT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= PORT_MAX) return port;
  throw new Error(`PORT must be a whole number from 0 to ${PORT_MAX}, but it is "${text}".`);
}
