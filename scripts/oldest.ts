/** The oldest browsers that the packages accept, and where each is found to be tried: `npm test -- oldest`. */
import { execFileSync, spawnSync } from "node:child_process";
import { createReadStream, createWriteStream, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { ROOT } from "./steps.ts";

/**
 * What the manifests ask for. Chrome 128 changed how a zoomed page is measured, which decides what a person cannot see; 130 is the
 * next that can be had. Firefox 140 is a version with long support.
 */
export const OLDEST = { chrome: "130", firefox: "140.0", firefoxForAndroid: "142.0" } as const;

const CACHE = join(ROOT, "node_modules", ".cache", "oldest");
/** Chromium 130 without windows or extensions, from the npm registry: enough for what runs in pages. */
const NPM_CHROMIUM = "@sparticuz/chromium@130.0.0";

interface Found {
  readonly path: string;
  /** The version, as the browser or its package gives it. */
  readonly version: string;
}

/** Chromium of the oldest version accepted, for what runs in pages; `null` where the registry cannot be reached. */
export async function oldestChromium(): Promise<Found | null> {
  const [folder, path] = [join(CACHE, "chromium"), join(CACHE, "chromium", "chromium")];
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const packed = spawnSync("npm", ["pack", NPM_CHROMIUM, "--silent", "--pack-destination", folder], { encoding: "utf8" });
    if (packed.status !== 0) return null;
    execFileSync("tar", ["xzf", join(folder, packed.stdout.trim()), "-C", folder]);
    const inside = (name: string) => join(folder, "package", "bin", name);
    const libraries = join(folder, "libraries.tar");
    await pipeline(createReadStream(inside("swiftshader.tar.br")), createBrotliDecompress(), createWriteStream(libraries));
    execFileSync("tar", ["xf", libraries, "-C", folder]);
    await pipeline(createReadStream(inside("chromium.br")), createBrotliDecompress(), createWriteStream(path, { mode: 0o755 }));
  }
  return { path, version: NPM_CHROMIUM };
}

/** The oldest version of one browser that Debian still offers, unpacked in a folder; `null` when this is not Debian. */
function oldestOfDebian(packages: readonly string[], program: string): Found | null {
  const [name = ""] = packages;
  const offered = spawnSync("apt-cache", ["madison", name], { encoding: "utf8" });
  const version = (offered.stdout ?? "").trim().split("\n").at(-1)?.split("|")[1]?.trim();
  if (offered.status !== 0 || version === undefined) return null;
  const folder = join(CACHE, `${name}-${version}`);
  const path = join(folder, program);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const wanted = packages.map((one) => `${one}=${version}`);
    if (spawnSync("apt-get", ["download", ...wanted], { cwd: folder, stdio: ["ignore", "ignore", "ignore"] }).status !== 0) return null;
    for (const one of packages) execFileSync("sh", ["-c", `dpkg -x ${one}_*.deb .`], { cwd: folder });
  }
  return { path, version };
}

/** The oldest whole Chromium that Debian offers, which loads extensions. */
export const debianChromium = () => oldestOfDebian(["chromium", "chromium-common"], "usr/lib/chromium/chromium");
/** The oldest Firefox with long support that Debian offers. */
export const debianFirefox = () => oldestOfDebian(["firefox-esr"], "usr/lib/firefox-esr/firefox-esr");
