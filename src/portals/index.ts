/** The portals, in the order in which they are looked for. */
import type { Portal } from "./portal.ts";

export const PORTALS: readonly Portal[] = [];
