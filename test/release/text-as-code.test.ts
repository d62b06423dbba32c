import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { withoutCodeFromText } from "../../scripts/text-as-code.ts";

const require = createRequire(import.meta.url);
const { transform } = withoutCodeFromText();

test("the installed libraries are shipped without what makes code or markup from text", () => {
  const zod = join(dirname(require.resolve("zod")), "v4", "core", "util.js");
  expect(transform(readFileSync(zod, "utf8"), zod)?.code).not.toMatch(/new F\(/);
  const schemas = join(dirname(require.resolve("zod")), "v4", "classic", "schemas.js");
  expect(transform(readFileSync(schemas, "utf8"), schemas)?.code).not.toMatch(/JIT/);
  const react = join(dirname(require.resolve("react-dom/package.json")), "cjs", "react-dom-client.production.js");
  expect(transform(readFileSync(react, "utf8"), react)?.code).not.toMatch(/innerHTML = key/);
  expect(transform("anything", "/src/anything.ts")).toBeNull();
});

test("a library that no longer holds what is taken out stops the build", () => {
  expect(() => transform("export const allowsEval = () => eval('1');", "/x/node_modules/zod/v4/core/util.js")).toThrow(/zod/);
});
