import { randomBytes } from "node:crypto";
import type { AgentFace } from "@shopbell/protocol";
import type { RunScript } from "../redis/installation.ts";
import type { Announced, PresenceBoard } from "./presence-board.ts";

/** How long a relay that says nothing any more is believed. Relays announce much more often than that. */
const VALID_MS = 60_000;

/**
 * Puts up one relay's people and returns those of all, each with the rest of its time. Only Redis' own clock is asked:
 * those of the relays may be days apart (F14).
 */
const ANNOUNCE = `
local board, relay, people, valid = KEYS[1], ARGV[1], ARGV[2], tonumber(ARGV[3])
local time = redis.call("TIME")
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call("HSET", board, relay, string.format("%d %s", now + valid, people))
redis.call("PEXPIRE", board, valid)
local announced = redis.call("HGETALL", board)
local answer = {}
for i = 1, #announced, 2 do
  local untilText, people = string.match(announced[i + 1], "^(%d+) (.*)$")
  local rest = tonumber(untilText) - now
  if rest > 0 then
    table.insert(answer, { announced[i], people, rest })
  else
    redis.call("HDEL", board, announced[i])
  end
end
return answer`;

/** The board in Redis, where every relay's people stand until it is silent for too long. */
export class RedisPresenceStore implements PresenceBoard {
  readonly #run: RunScript;
  readonly #validMs: number;
  readonly #relayId = randomBytes(8).toString("hex");

  constructor(run: RunScript, validMs = VALID_MS) {
    this.#run = run;
    this.#validMs = validMs;
  }

  async announce(own: readonly AgentFace[]): Promise<readonly Announced[]> {
    const args = [this.#relayId, JSON.stringify(own), this.#validMs] as const;
    const answer = (await this.#run(ANNOUNCE, "presence", ...args)) as [string, string, number][];
    return answer
      .filter(([relayId]) => relayId !== this.#relayId)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([relayId, people, validMs]) => ({ relayId, people: JSON.parse(people) as AgentFace[], validMs }));
  }
}
