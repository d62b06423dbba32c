/**
 * The log: structured, one line a request. Callers log codes, routes and durations; what must never be in a log is also removed
 * here: numbers of companies, tokens, addresses of documents.
 */
import { type DestinationStream, type Logger, pino } from "pino";
import type { Config } from "./config.ts";

export type { Logger };

const REMOVED = ["authorization", "cookie", "token", "siret", "siren", "company", "url", "path", "body", "text", "headers"];
/** SIREN and SIRET, spaced or not; bearer tokens; addresses. */
const SENSITIVE = /\b\d{3}[ .]?\d{3}[ .]?\d{3}(?:[ .]?\d{5})?\b|\bBearer \S+|https?:\/\/\S+/g;

/** `destination`: standard output unless given. */
export function createLogger(level: Config["logLevel"], destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: REMOVED.flatMap((name) => [name, `*.${name}`]), remove: true },
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: {
      logMethod(this: Logger, parameters: Parameters<Logger["info"]>, method: (...all: Parameters<Logger["info"]>) => void) {
        method.apply(this, parameters.map(clean) as Parameters<Logger["info"]>);
      },
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

function clean(value: unknown): unknown {
  if (typeof value === "string") return value.replace(SENSITIVE, "[…]");
  if (value instanceof Error) return { name: value.name, message: value.message.replace(SENSITIVE, "[…]") };
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
}
