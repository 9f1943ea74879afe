// `npm start`: builds what is stale, then is the relay.
import { buildStale } from "./build.ts";

try {
  await buildStale();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
await import("../apps/relay/src/main.ts");
