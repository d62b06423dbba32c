/** Browsers write the fields of a page into their session files, unencrypted, unless the page says not to. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const FOLDER = join(import.meta.dirname, "../../components");

test("no field of a screen is remembered by the browser", () => {
  const open = readdirSync(FOLDER)
    .filter((name) => name.endsWith(".tsx"))
    .flatMap((name) => {
      const text = readFileSync(join(FOLDER, name), "utf8");
      const fields = text.match(/<(select|textarea|TextArea|input|TextField|SearchField|NumberField|ComboBox)\b[\s\S]*?>/g) ?? [];
      return fields.filter((field) => !field.includes('autoComplete="off"')).map((field) => `${name}: ${field.slice(0, 60)}`);
    });
  expect(open).toEqual([]);
});
