import type { MyChanges, Role, SignInList } from "@shopbell/protocol";
import { DEFAULT_CAPACITY } from "../availability/roster.ts";
import type { Clock } from "../clock.ts";
import { SIGN_IN_IDLE_MS, SIGN_IN_LIFE_MS, TOUCH_EVERY_MS } from "../limits.ts";
import type { Database } from "../storage/schema.ts";
import { hashToken, newId, newToken } from "../tokens.ts";
import type { Agent, SignedIn } from "./agent.ts";
import { signInStands } from "./sign-in.ts";

/** A new agent, with what is stored of the password. */
export interface NewAgent {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string;
}

/** Agents, and the browsers in which they are signed in. */
export class AgentStore {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  async hasOwner(): Promise<boolean> {
    const owner = await this.#db
      .selectFrom("agents")
      .select("id")
      .where("role", "=", "owner")
      .where("disabled_at", "is", null)
      .limit(1)
      .executeTakeFirst();
    return owner !== undefined;
  }

  /** Adds an agent; undefined when somebody already has the address. */
  async add({ email, name, role, passwordHash }: NewAgent): Promise<Agent | undefined> {
    const agent: Agent = { id: newId(), email, name, photo: null, role, capacity: DEFAULT_CAPACITY, mailAlerts: false };
    const added = await this.#db
      .insertInto("agents")
      .values({ id: agent.id, email, name, role, password_hash: passwordHash, created_at: this.#clock.now() })
      .onConflict((conflict) => conflict.column("email").doNothing())
      .returning("id")
      .executeTakeFirst();
    return added && agent;
  }

  /** The agent with this address and what is stored of their password, unless they were disabled. */
  async withPassword(email: string): Promise<{ agent: Agent; passwordHash: string } | undefined> {
    const row = await this.#db
      .selectFrom("agents")
      .select(["id", "email", "name", "photo", "role", "capacity", "mail_alerts_at", "password_hash"])
      .where("email", "=", email)
      .where("disabled_at", "is", null)
      .executeTakeFirst();
    return row && { agent: toAgent(row), passwordHash: row.password_hash };
  }

  /** Stores what an agent changes about themselves. */
  async change(agentId: string, { capacity, mailAlerts }: MyChanges): Promise<void> {
    const row = {
      ...(capacity !== undefined && { capacity }),
      ...(mailAlerts !== undefined && { mail_alerts_at: mailAlerts ? this.#clock.now() : null }),
    };
    if (Object.keys(row).length === 0) return;
    await this.#db.updateTable("agents").set(row).where("id", "=", agentId).execute();
  }

  /** Signs an agent in and returns the cookie's token, which exists nowhere else. */
  async signIn(agentId: string, browser: string): Promise<string> {
    const token = newToken();
    const now = this.#clock.now();
    await this.#db
      .insertInto("sign_ins")
      .values({ id: newId(), agent_id: agentId, token_hash: hashToken(token), browser, created_at: now, seen_at: now })
      .execute();
    return token;
  }

  /** Who a cookie stands for. `used` keeps it alive: an open socket alone, or one that comes back by itself, does not. */
  async signedIn(token: string, { used }: { used: boolean }): Promise<SignedIn | undefined> {
    const row = await this.#db
      .selectFrom("sign_ins as s")
      .innerJoin("agents as a", "a.id", "s.agent_id")
      .select(["s.id as signInId", "s.created_at as createdAt", "s.seen_at as seenAt"])
      .select(["a.id", "a.email", "a.name", "a.photo", "a.role", "a.capacity", "a.mail_alerts_at"])
      .where("s.token_hash", "=", hashToken(token))
      .where("a.disabled_at", "is", null)
      .executeTakeFirst();
    const now = this.#clock.now();
    if (row === undefined || !signInStands(row, now)) return undefined;
    if (used && now - row.seenAt >= TOUCH_EVERY_MS) await this.touch([row.signInId]);
    return { signInId: row.signInId, agent: toAgent(row) };
  }

  /** Keeps sign-ins alive that were just used. */
  async touch(signInIds: readonly string[]): Promise<void> {
    await this.#db.updateTable("sign_ins").set({ seen_at: this.#clock.now() }).where("id", "in", signInIds).execute();
  }

  /** Those of these sign-ins that still stand (K3). */
  async standing(signInIds: readonly string[]): Promise<Set<string>> {
    if (signInIds.length === 0) return new Set();
    const now = this.#clock.now();
    const rows = await this.#db
      .selectFrom("sign_ins as s")
      .innerJoin("agents as a", "a.id", "s.agent_id")
      .select("s.id")
      .where("s.id", "in", signInIds)
      .where("s.created_at", ">", now - SIGN_IN_LIFE_MS)
      .where("s.seen_at", ">", now - SIGN_IN_IDLE_MS)
      .where("a.disabled_at", "is", null)
      .execute();
    return new Set(rows.map(({ id }) => id));
  }

  /** An agent's sign-ins, last used first. */
  async signIns({ agent, signInId }: SignedIn): Promise<SignInList["signIns"]> {
    const rows = await this.#db
      .selectFrom("sign_ins")
      .select(["id", "created_at as createdAt", "seen_at as seenAt", "browser"])
      .where("agent_id", "=", agent.id)
      .orderBy("seen_at", "desc")
      .execute();
    const now = this.#clock.now();
    return rows.filter((row) => signInStands(row, now)).map((row) => ({ ...row, current: row.id === signInId }));
  }

  /** Ends one of an agent's own sign-ins. Returns whether it was one of theirs. */
  async revoke(agentId: string, signInId: string): Promise<boolean> {
    const revoked = await this.#db
      .deleteFrom("sign_ins")
      .where("id", "=", signInId)
      .where("agent_id", "=", agentId)
      .returning("id")
      .executeTakeFirst();
    return revoked !== undefined;
  }
}

type AgentRow = Omit<Agent, "role" | "mailAlerts"> & { role: string; mail_alerts_at: number | null };

function toAgent({ id, email, name, photo, role, capacity, mail_alerts_at }: AgentRow): Agent {
  return { id, email, name, photo, role: role as Role, capacity, mailAlerts: mail_alerts_at !== null };
}
