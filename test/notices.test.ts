/** What is shipped bears the licences of what it is made of: both packages of the extension, the proxy's image; and one exact Node runs all. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { NOTICES_FILE, noticesOf, noticesPlugin } from "../scripts/notices.ts";

const folder = mkdtempSync(join(tmpdir(), "notices-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Locked {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

const LOCK = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Locked> };
/** Folders of what `npm ci --omit=dev` installs. */
const PRODUCTION = Object.entries(LOCK.packages).flatMap(([path, { dev, devOptional }]) =>
  path !== "" && dev !== true && devOptional !== true && existsSync(path) ? [path] : [],
);

/** "name version", and the texts that the package itself ships. */
function shippedBy(path: string): { readonly name: string; readonly texts: readonly string[] } {
  const { name, version } = JSON.parse(readFileSync(join(path, "package.json"), "utf8")) as Record<string, string>;
  const files = readdirSync(path).filter((file) => /^licen[cs]e/i.test(file));
  return { name: `${name} ${version}`, texts: files.map((file) => readFileSync(join(path, file), "utf8").trim()) };
}

function missingIn(notices: string, paths: readonly string[]): string[] {
  const missing = (path: string) => {
    const { name, texts } = shippedBy(path);
    return notices.includes(`\n${name}\n`) && texts.every((text) => notices.includes(text)) ? [] : [name];
  };
  return paths.flatMap(missing);
}

describe("the notices of third parties", () => {
  test("name every package of a folder, with its licence's text", () => {
    expect(PRODUCTION.length).toBeGreaterThan(80);
    expect(missingIn(noticesOf(PRODUCTION), PRODUCTION)).toEqual([]);
  });

  test("a package that ships no text of its licence gets it all the same, with its author", () => {
    const notices = noticesOf(["node_modules/brotli"]);
    expect(notices).toContain("Copyright (c) Devon Govett");
    expect(notices).toContain("The above copyright notice and this permission notice shall be included");
  });

  test("what a package carries inside its files under another licence is named too", () => {
    expect(noticesOf(["node_modules/brotli"])).toContain("Brotli (Google), dans brotli");
    const notices = noticesOf(["node_modules/unpdf"]);
    expect(notices).toMatch(/pdf\.js \(Mozilla\), dans unpdf [\d.]+\nLicence : Apache-2\.0/);
    expect(notices).toContain("TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION");
  });

  test("WebAssembly is named with what was compiled into it", () => {
    const notices = noticesOf(["node_modules/@neslinesli93/qpdf-wasm"]);
    expect(notices).toContain("Permission to use, copy, modify, and/or distribute this software for any purpose");
    for (const carried of ["QPDF (Jay Berkenbilt)", "zlib (Jean-loup Gailly, Mark Adler)", "libjpeg (Independent JPEG Group)"])
      expect(notices).toContain(`${carried}, dans @neslinesli93/qpdf-wasm`);
    const read = noticesOf(["node_modules/tesseract.js-core", "node_modules/pdfjs-dist"]);
    for (const carried of ["Tesseract OCR", "Leptonica", "libtiff", "libpng", "libwebp"])
      expect(read).toMatch(new RegExp(`^${carried} .*, dans tesseract\\.js-core`, "m"));
    expect(read).toMatch(/^PDFium.*, dans pdfjs-dist [\d.]+\nLicence : BSD-3-Clause\n/m);
  });

  test("what two packages carry is named for each, in whatever order they are found", () => {
    const both = ["node_modules/@neslinesli93/qpdf-wasm", "node_modules/tesseract.js-core"];
    const notices = noticesOf(both);
    expect(noticesOf(both.toReversed())).toBe(notices);
    for (const carried of ["zlib (Jean-loup Gailly, Mark Adler)", "libjpeg (Independent JPEG Group)"])
      expect(both.filter((path) => !notices.includes(`${carried}, dans ${path.replace("node_modules/", "")} `))).toEqual([]);
  });

  test("every WebAssembly that the extension brings is made of something that is named", () => {
    const brought = readdirSync("src", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) => [...readFileSync(join("src", name), "utf8").matchAll(/from "((?:@[\w-]+\/)?[\w.-]+)\/[^"]*\.wasm\?url"/g)])
      .map(([, name]) => name ?? "");
    expect(brought).toContain("zxing-wasm");
    // Its WebAssembly lies within its own script.
    brought.push("hash-wasm");
    const isNamed = (name: string) => noticesOf([join("node_modules", name)]).includes(`, dans ${name} `);
    expect(brought.filter((name) => !isNamed(name))).toEqual([]);
  });

  test("a package of unknown licence stops the build", () => {
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "inconnu", version: "1.0.0" }));
    expect(() => noticesOf([folder])).toThrow("inconnu");
  });

  test("the plugin finds what is bundled: imported by an import, in a worker, as a file", async () => {
    const { build } = await import("vite");
    const at = (path: string) => JSON.stringify(resolve("node_modules", path));
    const font = `${resolve("node_modules/@fontsource/source-sans-3/files/source-sans-3-greek-400-normal.woff")}?url`;
    const page = `import { createRoot } from ${at("react-dom/client.js")};
      const run = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
      console.log(createRoot, run);`;
    const worker = `import { zipSync } from ${at("fflate")}; import font from ${JSON.stringify(font)}; postMessage([zipSync, font]);`;
    writeFileSync(join(folder, "page.js"), page);
    writeFileSync(join(folder, "worker.js"), worker);
    const found = new Set<string>();
    const plugins = () => [noticesPlugin(found)];
    const lib = { entry: join(folder, "page.js"), formats: ["es" as const], fileName: "page" };
    const outDir = join(folder, "out");
    await build({ root: folder, configFile: false, logLevel: "silent", plugins: plugins(), worker: { plugins }, build: { outDir, lib } });
    const names = [...found].map((path) => path.split("/node_modules/").at(-1)).toSorted();
    expect(names).toEqual(expect.arrayContaining(["@fontsource/source-sans-3", "fflate", "react", "react-dom", "scheduler"]));
    expect(names).not.toContain("idb");
  });

  test.skipIf(packages().length === 0).each(packages())("the package %s names all that its code imports", (path) => {
    const notices = readFileSync(join(path, NOTICES_FILE), "utf8");
    const imported = importedFrom(
      readdirSync("entrypoints", { recursive: true, encoding: "utf8" })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => join("entrypoints", name)),
    );
    expect(imported.length).toBeGreaterThan(10);
    expect(missingIn(notices, imported)).toEqual([]);
  });

  test("the image makes its own from what it installs, and keeps it", () => {
    const recipe = readFileSync("Dockerfile", "utf8");
    expect(recipe).toContain(`RUN node scripts/notices.ts node_modules > ${NOTICES_FILE}`);
    expect(recipe).toMatch(new RegExp(`COPY --from=dependencies /app/${NOTICES_FILE}`));
    expect(readFileSync(".dockerignore", "utf8").split("\n")).toEqual(expect.arrayContaining(["!scripts/notices.ts", "!LICENSE"]));
    // The command itself, on a folder of packages.
    const { stdout, status } = spawnSync(process.execPath, ["scripts/notices.ts", "node_modules/@scure"]);
    expect(status).toBe(0);
    expect(stdout.toString()).toContain("@scure/bip39 ");
  });
});

/** Built beside these tests; where they are not, `npm run build` makes them. */
function packages(): string[] {
  return [".output/chrome-mv3", ".output/firefox-mv3"].filter((path) => existsSync(path));
}

/** Folders of the packages that the files reached from these imports bring; commands have rooms of their own that no extension holds. */
function importedFrom(files: readonly string[]): string[] {
  const reached = new Set(files);
  const names = new Set<string>();
  for (const file of reached) {
    const text = readFileSync(file, "utf8").replace(/import type [^;]+;/g, "");
    for (const [, found = ""] of text.matchAll(/(?:from|import\(|import|new URL\() ?"([^"?]+)[^"]*"/g)) {
      const path = join(dirname(file), found);
      if (found.startsWith(".") && /\.tsx?$/.test(found) && existsSync(path)) reached.add(path);
      else names.add(/^(?:@[\w-]+\/)?[a-z][\w.-]*/.exec(found)?.[0] ?? "");
    }
  }
  return [...names].filter((name) => name !== "" && existsSync(join("node_modules", name))).map((name) => join("node_modules", name));
}

test("one exact Node runs the image, the commands and the checks", () => {
  const version = readFileSync(".node-version", "utf8").trim();
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  const { engines } = JSON.parse(readFileSync("package.json", "utf8")) as { engines: { node: string } };
  expect(engines.node).toBe(version);
  const images = [...readFileSync("Dockerfile", "utf8").matchAll(/^FROM node:(\S+?)-/gm)].map(([, one]) => one);
  expect(images).toEqual([version, version]);
});
