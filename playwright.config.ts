import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "test/e2e",
  testMatch: "*.e2e.ts",
  outputDir: "test-results",
  snapshotPathTemplate: "test/e2e/pictures/{arg}{ext}",
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // Files side by side, each with its own browser, proxy and portal; the tests of a file in turn.
  workers: 2,
  // Tried once more on a busy machine; the report says « flaky ».
  retries: 1,
  reporter: [["list"]],
});
