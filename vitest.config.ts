import { defineConfig } from "vitest/config";

/** Two projects: `fast` sits beside the code and runs on every save; `slow` has browsers, whole processes and real records. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "fast",
          include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.ts"],
          exclude: ["**/*.slow.test.{ts,tsx}", "**/node_modules/**"],
          testTimeout: 60_000,
          // Fast tests share no state worth a process each: modules are loaded once for all of them.
          isolate: false,
          // Each core has its worker: the check is what people wait for.
          maxWorkers: "100%",
        },
      },
      {
        test: {
          name: "slow",
          include: ["{src,test}/**/*.slow.test.{ts,tsx}"],
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
