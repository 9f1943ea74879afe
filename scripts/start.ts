// `npm start`: builds what is stale, then is the relay; in demo mode also the demo shop's own system, which knows its orders.
import { randomBytes } from "node:crypto";
import { startOrderEndpoint } from "../apps/storefront/src/orders/order-endpoint.ts";
import { buildStale } from "./build.ts";

/** Tells the relay where the demo shop's orders are, and that it may ask there. */
async function startDemoOrders(env: NodeJS.ProcessEnv): Promise<void> {
  const secret = randomBytes(32).toString("hex");
  const shopUrl = `http://127.0.0.1:${env["PORT"] || 4000}`;
  const { url, server } = await startOrderEndpoint({ secret, shopUrl });
  server.unref(); // the relay decides when to stop
  env["DEMO_ORDERS_URL"] = url;
  env["DEMO_ORDERS_SECRET"] = secret;
  env["EGRESS_ALLOW"] = [env["EGRESS_ALLOW"], new URL(url).host].filter(Boolean).join(",");
}

try {
  await buildStale();
  if (!process.env["PUBLIC_URL"]) await startDemoOrders(process.env);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
await import("../apps/relay/src/main.ts");
