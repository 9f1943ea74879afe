// The real relay in the process that is measured: everything as shipped, on a fresh database, with room for one machine to be
// a whole crowd. Nothing but the rates of people and addresses is raised; each is still counted.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildApp } from "../apps/relay/src/app.ts";
import { readConfig } from "../apps/relay/src/config.ts";
import { BUILT } from "../apps/relay/src/folders.ts";
import type { Limits } from "../apps/relay/src/limits.ts";

const ROOM = { max: 1e9, windowMs: 1_000 };
const RAISED: Partial<Limits> = {
  visitorFrames: ROOM,
  visitorMessages: ROOM,
  visitorBurst: ROOM,
  agentFrames: ROOM,
  startsPerAddress: ROOM,
  visitorsPerAddress: ROOM,
  pollsPerAddress: ROOM,
  socketsPerAddress: 100_000,
};
const OWNER = { name: "Ana", email: "ana@shop.example", password: "a bell on the counter" };

const dataDir = await mkdtemp(join(tmpdir(), "shopbell-bench-"));
const relay = await buildApp(readConfig({ PORT: "0", DATA_DIR: dataDir }), { folders: BUILT, limits: RAISED });
await relay.listen();
const origin = relay.parts.address.publicUrl;
const signedIn = await fetch(`${origin}/v1/setup`, {
  method: "POST",
  headers: { origin, "content-type": "application/json" },
  body: JSON.stringify({ ...OWNER, token: await relay.parts.setups.mint() }),
});
if (!signedIn.ok) throw new Error(`The owner could not be set up: ${await signedIn.text()}`);
process.send?.({ port: Number(new URL(origin).port), cookie: signedIn.headers.getSetCookie()[0]?.split(";")[0] });

process.on("SIGTERM", async () => {
  await relay.close();
  await rm(dataDir, { recursive: true });
  process.exit();
});
