/**
 * What a screen says of open data before any source is asked: who answers, and what the browser must let the extension reach. The build writes the
 * values themselves in the place of this file, so that saying them brings no source.
 */
import { SOURCES } from "./index.ts";
import { namesOf, originsOf } from "./open.ts";

export const OPEN_NAMES: readonly string[] = namesOf(SOURCES);
export const OPEN_ORIGINS: readonly string[] = originsOf(SOURCES);
