import { globSync, readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

const FILES = globSync("test/**/*.test.{ts,tsx}", { exclude: ["test/e2e/**"] });
/** The files that drive a browser: they import a module that opens its pages. */
const DRIVES_A_BROWSER = FILES.filter((file) =>
  /from "(?:\.\.\/page|\.)\/(?:browser|chromium|stage)\.ts"/.test(readFileSync(file, "utf8")),
);

const SHARED = {
  // A test that hangs is told. The browsers run beside, and leave one a tenth of the machine at times: nothing is measured by this.
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 60_000 } },
  // Files share their worker's modules, read once: a file leaves behind no global, clock or module that it changed. They pass in any order.
  isolate: false,
};

export default defineConfig({
  test: {
    // Half of the time is waited for browsers, servers and timers: three at once, even on two cores.
    maxWorkers: 3,
    reporters: ["default"],
    projects: [
      { test: { ...SHARED, name: "node", include: FILES, exclude: DRIVES_A_BROWSER } },
      {
        test: {
          ...SHARED,
          name: "browser",
          include: DRIVES_A_BROWSER,
          globalSetup: "test/page/shared-browser.ts",
          // A browser shares two cores with the rest: a test of one that fails is tried once more, and said so.
          retry: 1,
        },
      },
    ],
  },
});
