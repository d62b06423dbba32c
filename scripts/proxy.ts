/** `npm run proxy`, `npm run proxy -- audit export 2026-01-01 2026-12-31`: documented in `proxy/index.ts`. */

// A person who tries the command gets the fictitious world; a real service names its mode.
process.env["PLI_PRET_MODE"] ??= "demo";
await import("../proxy/index.ts");
