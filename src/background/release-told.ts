/** Which version's notes the person was shown last: kept on this machine, so that each is shown once. */
import { z } from "zod";
import { comparedVersions } from "../domain/releases.ts";
import type { Cells } from "../store/cells.ts";

/**
 * Marks that version as told. A first installation tells nothing, nor does a return to an older version.
 * @returns the version told before, when it is older; `null` when there is nothing to tell
 */
export async function takeNews(local: Cells, version: string): Promise<string | null> {
  let since: string | null = null;
  await local("release-told", z.string().nullable(), null, []).update((told) => {
    since = told !== null && comparedVersions(told, version) < 0 ? told : null;
    return version;
  });
  return since;
}
