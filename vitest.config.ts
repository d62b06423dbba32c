import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    exclude: ["test/e2e/**", "node_modules/**"],
    testTimeout: 30_000,
    // Half of the time is waited for browsers and timers: two at once, even on two cores.
    maxWorkers: 2,
    // Files share their worker's modules, read once: a file leaves behind no global, clock or module that it changed. They pass in any order.
    isolate: false,
    hookTimeout: 30_000,
    // Tests that drive a browser or kill a process share two cores with the rest: one that fails is tried once more, and said so.
    retry: 1,
    reporters: ["default"],
  },
});
