import { readConfiguration } from "./configuration.ts";
import { SHUTDOWN_GRACE_MS } from "./limits.ts";
import { createLog } from "./log.ts";
import { startServer } from "./server.ts";
import { createShop } from "./shop.ts";
import { loadStorefront } from "./storefront/files.ts";

const log = createLog((line) => process.stdout.write(line));

try {
  const configuration = readConfiguration(process.env);
  const storefront = await loadStorefront(configuration.storefrontFolder, configuration.page);
  const shop = await startServer(
    createShop({ storefront, log, now: () => new Date() }),
    configuration,
  );
  log("info", "listening", { url: shop.url });
  stopOnSignal(() => shop.close(SHUTDOWN_GRACE_MS));
} catch (fault) {
  process.stderr.write(
    `The pet shop cannot start. ${fault instanceof Error ? fault.message : fault}\n`,
  );
  process.exitCode = 1;
}

function stopOnSignal(close: () => Promise<void>): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    // Once: a second signal ends the process at once, as the system does by default.
    process.once(signal, async () => {
      log("info", "stopping", { signal });
      await close();
      log("info", "stopped");
    });
  }
}
