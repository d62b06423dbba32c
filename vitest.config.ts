import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    exclude: ["test/e2e/**", "node_modules/**"],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Tests that drive a browser or kill a process share two cores with the rest: one that fails is tried once more, and said so.
    retry: 1,
    reporters: ["default"],
  },
});
