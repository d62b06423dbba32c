import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    exclude: ["test/e2e/**", "node_modules/**"],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Many tests wait for a server or a program: one worker more than the two cores of CI keeps these busy.
    maxWorkers: 3,
    reporters: ["default"],
  },
});
