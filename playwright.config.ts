import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "test/e2e",
  testMatch: "*.e2e.ts",
  outputDir: "test-results",
  snapshotPathTemplate: "test/e2e/pictures/{arg}{ext}",
  // Limits are for what hangs: a machine with two busy cores takes several times what one at rest takes.
  timeout: 300_000,
  expect: { timeout: 90_000 },
  // Files side by side, each with its own browser, proxy and portal; the tests of a file in turn. Three leave two cores idle a fifth of the time.
  workers: 4,
  // Tried once more on a busy machine; the report says « flaky ».
  retries: 1,
  reporter: [["list"]],
});
