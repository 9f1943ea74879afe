import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "packages/**/*.test.{ts,tsx}",
            "apps/**/*.test.{ts,tsx}",
            "bench/**/*.test.ts",
            "scripts/**/*.test.ts",
          ],
          exclude: ["**/node_modules/**", "**/dist/**"],
          // One Redis and one Postgres for all of them.
          globalSetup: "apps/relay/src/testing/shared-servers.ts",
          // Some start the relay as a process of its own, while the other core builds: a limit for what hangs, not a measure.
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          // What goes through a whole relay, and would break first on another database.
          name: "postgres",
          include: ["sending", "resume", "forgetting", "watching", "poll", "drain"].map(
            (name) => `apps/relay/src/realtime/${name}.test.ts`,
          ),
          globalSetup: "apps/relay/src/testing/shared-servers.ts",
          env: { TEST_DATABASE: "postgres" },
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["e2e/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
