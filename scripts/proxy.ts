/** `npm run proxy`, `npm run proxy -- audit export 2026-01-01 2026-12-31`: see the process itself. */

// Whoever types this command to try it sees the fictitious world; a service says its mode.
process.env["PLI_PRET_MODE"] ??= "demo";
await import("../proxy/index.ts");
