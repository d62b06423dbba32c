/** The log: structured, and without what must not be in it. */
import { type Logger, pino } from "pino";
import type { Config } from "./config.ts";

export type { Logger };

export function createLogger(level: Config["logLevel"]): Logger {
  return pino({ level, base: null, redact: { paths: ["*.authorization", "headers"], remove: true } });
}
