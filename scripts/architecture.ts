/**
 * The architecture check: dependency-cruiser's rules, and proof that it read something
 * (with an unknown TypeScript version it reads no module and reports success).
 */

import { createRequire } from "node:module";
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { ROOT } from "./steps.ts";

const ROOMS = ["src", "proxy", "simulator", "components", "entrypoints", "scripts", "test", "bench"];
/** The project has many more modules; fewer means that the tool did not understand the files. */
const LEAST_MODULES = 60;

const { options, forbidden } = createRequire(import.meta.url)("../.dependency-cruiser.cjs") as {
  options: Record<string, unknown>;
  forbidden: object[];
};
process.chdir(ROOT);
const result = await cruise(
  ROOMS,
  { ...options, ruleSet: { forbidden }, validate: true, outputType: "err" } as Parameters<typeof cruise>[1],
  undefined,
  { tsConfig: extractTSConfig("tsconfig.json") },
);
const output = typeof result.output === "string" ? result.output : "";
console.log(output.trim());
const cruised = Number(/(\d+) modules/.exec(output)?.[1] ?? 0);
if (cruised < LEAST_MODULES) {
  console.error(`L'architecture n'a pas été vérifiée : ${cruised} modules lus, au moins ${LEAST_MODULES} attendus.`);
  process.exit(1);
}
process.exit(result.exitCode);
