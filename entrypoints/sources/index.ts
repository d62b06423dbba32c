/** The open sources: loaded by the worker when it first asks one of them. */
import "../../src/store/zod.ts";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import type { MakeOpenService } from "../../src/background/open-brought.ts";
import { openService } from "../../src/background/open-service.ts";
import { SOURCES } from "../../src/sources/index.ts";

/** The worker's own world. */
const world = globalThis as { pliPretOpen?: MakeOpenService };

export default defineUnlistedScript(() => {
  world.pliPretOpen ??= (fetch, now) => openService(SOURCES, fetch, now);
});
