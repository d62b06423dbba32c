/** What the running version brought, asked once the screen is drawn: its texts are loaded only when there are some to tell. */
import { useEffect, useState } from "react";
import browser from "webextension-polyfill";
import { type Release, releasesSince } from "../../src/domain/releases.ts";
import { send } from "../../src/messages/bus-screen.ts";

interface NewsHere {
  readonly releases: readonly Release[];
  readonly close: () => void;
}

export function useNews(): NewsHere {
  const [releases, setReleases] = useState<readonly Release[]>([]);
  useEffect(() => {
    void takeReleases()
      .then(setReleases)
      .catch(() => undefined);
  }, []);
  return { releases, close: () => setReleases([]) };
}

async function takeReleases(): Promise<readonly Release[]> {
  const { version } = browser.runtime.getManifest();
  const { since } = await send("takeNews", { version });
  if (since === null) return [];
  const { RELEASES } = await import("../../src/i18n/releases.ts");
  return releasesSince(RELEASES, since, version);
}
