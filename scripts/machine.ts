/** What the machine must have besides Node: a browser, and the PDF tools that the tests compare with. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** A program and the Debian package that brings it. */
const PROGRAMS = {
  chromium: "chromium",
  "chromium-headless-shell": "chromium-headless-shell",
  "firefox-esr": "firefox-esr",
  qpdf: "qpdf",
  mutool: "mupdf-tools",
  pdftoppm: "poppler-utils",
  "redis-server": "redis-server",
  pg_ctlcluster: "postgresql",
  convert: "imagemagick",
  xmllint: "libxml2-utils",
} as const;
export type Program = keyof typeof PROGRAMS;

export function has(program: string): boolean {
  // Other programs have that name too.
  const probe = program === "convert" ? "convert -version | grep -q ImageMagick" : `command -v ${program}`;
  return spawnSync("sh", ["-c", probe], { stdio: "ignore" }).status === 0;
}

/**
 * Installs the missing programs where the system allows it (Debian, as root or with password-less sudo).
 * Returns those that are still missing: the caller says what cannot run without them.
 */
export function ensurePrograms(wanted: readonly Program[]): Program[] {
  const missing = wanted.filter((program) => !has(program));
  if (missing.length === 0) return [];
  if (has("apt-get")) {
    const prefix = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
    const apt = (...args: string[]) => {
      const [program = "apt-get", ...rest] = [...prefix, "apt-get", ...args];
      return (
        spawnSync(program, rest, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } })
          .status === 0
      );
    };
    console.error(`Installation de ${missing.join(", ")}…`);
    const lock = ["-o", "DPkg::Lock::Timeout=300"];
    if (apt("update", "-qq"))
      apt("install", "-y", "-qq", "--no-install-recommends", ...lock, ...missing.map((program) => PROGRAMS[program]));
  }
  return missing.filter((program) => !has(program));
}

/** Path of a Chromium that loads unpacked extensions, or `null`. `PLI_PRET_CHROMIUM` names another one. */
export function chromiumPath(): string | null {
  const candidates = [...named(), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/Applications/Chromium.app/Contents/MacOS/Chromium"];
  return candidates.find((path) => existsSync(path)) ?? null;
}

/**
 * Path of a Chromium for pages that need no extension: the same engine without the browser's own windows, which halves what a page costs;
 * the whole browser where it is absent, `null` where both are. `PLI_PRET_CHROMIUM` names another one.
 */
export function pagesChromiumPath(): string | null {
  return [...named(), "/usr/bin/chromium-headless-shell"].find((path) => existsSync(path)) ?? chromiumPath();
}

function named(): string[] {
  const path = process.env["PLI_PRET_CHROMIUM"];
  return path === undefined ? [] : [path];
}
