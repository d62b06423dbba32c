/** The icons that the build draws in its own way look as the library draws them. */
import { readdirSync, readFileSync } from "node:fs";
import { createElement, type FC } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { createIcon, type IconData } from "../../components/light-icon.ts";

/** Of all screens. */
const NAMES = [
  ...new Set(
    ["components", "entrypoints"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".tsx"))
        .flatMap((file) => /import \{([^}]*)\} from "lucide-react"/.exec(readFileSync(`${folder}/${file}`, "utf8"))?.[1]?.split(",") ?? [])
        .map((name) => name.trim())
        .filter((name) => name !== "" && !name.startsWith("type ")),
    ),
  ),
];

/** As the library names its file: an icon may have been renamed. */
const fileOf = (icon: FC<object>) => /lucide-([a-z0-9-]+)/.exec(renderToStaticMarkup(createElement(icon)))?.[1] ?? "";
/** Attributes in their order, without the library's other names of an icon. */
const drawnBy = (icon: FC<object>, props: object) =>
  renderToStaticMarkup(createElement(icon, props)).replace(
    /class="([^"]*)"/,
    (_, names: string) =>
      `class="${names
        .split(" ")
        .filter((name) => !name.startsWith("lucide-"))
        .join(" ")}"`,
  );

describe.each(NAMES)("%s", (name) => {
  test("is drawn the same, whatever its properties", async () => {
    const library = (await import("lucide-react")) as unknown as Record<string, FC<object>>;
    const icon = library[name] as FC<object>;
    const { __iconData } = (await import(`lucide-react/icons/${fileOf(icon)}`)) as { readonly __iconData: IconData };
    for (const props of [
      {},
      { size: 15 },
      { size: 16, className: "tone-ok spinning", "aria-hidden": "true" },
      { strokeWidth: 3.2 },
      { "aria-label": "x" },
    ])
      expect(drawnBy(createIcon(__iconData), props)).toBe(drawnBy(icon, props));
  });
});

test("there are icons to compare", () => expect(NAMES.length).toBeGreaterThan(30));
