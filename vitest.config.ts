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
          testTimeout: 20_000,
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
