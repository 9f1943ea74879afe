// The real relay in the process that is measured: everything as shipped, with room for one machine to be a whole crowd.
// Nothing but the rates of people and addresses is raised; each is still counted. How many may arrive in a second is raised
// too, unless ARRIVALS is "as shipped". DATA_DIR, DATABASE_URL and REDIS_URL are the
// relay's own settings; without any of them it has a fresh SQLite file of its own.
import { BUILT } from "../../apps/relay/src/folders.ts";
import type { Limits } from "../../apps/relay/src/limits.ts";
import { startRelay } from "../../apps/relay/src/testing/start-relay.ts";
import { ready } from "./under-test.ts";

const AS_SHIPPED = "as shipped";
const ROOM = { max: 1e9, windowMs: 1_000 };
const RAISED: Partial<Limits> = {
  visitorFrames: ROOM,
  visitorMessages: ROOM,
  visitorBurst: ROOM,
  agentFrames: ROOM,
  startsPerAddress: ROOM,
  visitorsPerAddress: ROOM,
  pollsPerAddress: ROOM,
  arrivalsPerAddress: ROOM,
  socketsPerAddress: 100_000,
  socketsPerAgent: 100,
};

const arrivals = process.env["ARRIVALS"] === AS_SHIPPED ? {} : { arrivals: ROOM };
const relay = await startRelay({ env: settings(), folders: BUILT, limits: { ...RAISED, ...arrivals } });
if (process.env["DATABASE_URL"] && relay.parts.storage.kind !== "postgres") {
  throw new Error("The relay under test was given Postgres and runs on SQLite.");
}
ready({ port: Number(new URL(relay.url).port), cookie: relay.owner.cookie }, () => relay.stop());

function settings(): Record<string, string> {
  const given = ["DATA_DIR", "DATABASE_URL", "REDIS_URL"].flatMap((name) => {
    const value = process.env[name];
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(given);
}
