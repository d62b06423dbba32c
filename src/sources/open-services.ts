/**
 * What a screen says of open data before any source is asked: the providers, and the hosts that the browser must allow.
 * The build replaces this file by its values, so that screens bundle no source.
 */
import { SOURCES } from "./index.ts";
import { namesOf, originsOf } from "./open.ts";

export const OPEN_NAMES: readonly string[] = namesOf(SOURCES);
export const OPEN_ORIGINS: readonly string[] = originsOf(SOURCES);
