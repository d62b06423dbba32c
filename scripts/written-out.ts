/** Constants computed from the sources' code and written out at build time, so that their readers do not bundle the sources. */
import * as openServices from "../src/sources/open-services.ts";

const FILE = "/src/sources/open-services.ts";

/** A plugin of vite and rolldown. */
export function withConstantsWritten() {
  return {
    name: "pli-pret:written-out",
    apply: "build",
    load(id: string): { code: string } | null {
      return id.replaceAll("\\", "/").endsWith(FILE) ? { code: textOf(openServices) } : null;
    },
  } as const;
}

function textOf(constants: Readonly<Record<string, unknown>>): string {
  return Object.entries(constants)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
    .join("");
}
