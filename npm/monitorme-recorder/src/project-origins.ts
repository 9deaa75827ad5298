import type { RemoteSettings, SettingsSource } from "./remote-settings.ts";

/** The origins of the project's pages, as soon as the edge has answered; else as it once did. */
export async function projectOrigins({
  ask,
  known,
}: SettingsSource): Promise<NonNullable<RemoteSettings["origins"]>> {
  return ((await ask()) ?? known)?.origins ?? [];
}
