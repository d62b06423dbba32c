/** `npm run proxy`, `npm run proxy -- audit DOSSIER 2026-01-01 2026-12-31`: see the process itself. */
import "../proxy/index.ts";
