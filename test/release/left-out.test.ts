/** What zod carries and the extension never uses is not shipped; a version of zod that no longer holds it stops the build. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { withoutUnusedZod } from "../../scripts/left-out.ts";

const { transform } = withoutUnusedZod();
const zod = (file: string) => join(dirname(createRequire(import.meta.url).resolve("zod")), "v4", ...file.split("/"));
const exportsOf = (code: string) => [...code.matchAll(/refused as (\w+)/g)].map(([, name]) => name);

test("the modules that make JSON schemas keep their names, and nothing else", () => {
  for (const [file, names] of [
    ["core/to-json-schema.js", ["createToJSONSchemaMethod", "createStandardJSONSchemaMethod", "process", "finalize"]],
    ["core/json-schema-processors.js", ["stringProcessor", "objectProcessor", "allProcessors", "toJSONSchema"]],
  ] as const) {
    const { code = "" } = transform(readFileSync(zod(file), "utf8"), zod(file)) ?? {};
    expect(exportsOf(code)).toEqual(expect.arrayContaining([...names]));
    expect(code.length).toBeLessThan(3_000);
  }
});

test("an error keeps its code, without a sentence", async () => {
  const { code = "" } = transform(readFileSync(zod("locales/en.js"), "utf8"), zod("locales/en.js")) ?? {};
  const { default: locale } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  expect(locale().localeError({ code: "invalid_type" })).toBe("invalid_type");
});

test("a module that has changed stops the build; any other is left as it is", () => {
  expect(() => transform("export const other = 1;", zod("core/to-json-schema.js"))).toThrow(/to-json-schema/);
  expect(() => transform("export const other = 1;", zod("locales/en.js"))).toThrow(/en\.js/);
  expect(transform("anything", zod("core/schemas.js"))).toBeNull();
});
