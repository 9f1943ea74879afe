import { isDeepStrictEqual } from "node:util";
import { lastSeq } from "@shopbell/client";
import type { ConversationId } from "@shopbell/protocol/types";
import type { Chance } from "./chance.ts";
import type { FreshLoad } from "./checker/evidence.ts";
import type { Installation } from "./installation.ts";
import { type Habits, Person } from "./people/person.ts";
import { type Heads, originOf, RELAY_ORIGIN, readHeads, SITES, withStorage } from "./shop.ts";

/** How much is going on. */
export interface Size {
  readonly visitors: number;
  readonly agents: number;
  /** At most one for each visitor; who has none only listens, and must hear nothing. */
  readonly conversations: number;
  /** Pause between two messages of one person. */
  readonly paceMs: readonly [number, number];
  /** The same for agents, who may write more. */
  readonly agentPaceMs?: readonly [number, number];
}

/** How often a page is closed and opened again instead of saying something. */
const RELOAD_SHARE = 0.03;
const LOOK_EVERY_MS = 100;
/** A relay lets in 1,000 a second, and whom it turns away comes back after a pause. */
const ARRIVE_WITHIN_MS = 120_000;

/** Visitors and agents who talk, each in their own time. */
export class Workload {
  readonly visitors: readonly Person[];
  readonly agents: readonly Person[];
  readonly #installation: Installation;
  readonly #size: Size;
  readonly #chance: Chance;
  readonly #timers = new Map<Person, NodeJS.Timeout>();

  constructor(installation: Installation, size: Size, chance: Chance, habits: Habits = {}) {
    this.#installation = installation;
    this.#size = size;
    this.#chance = chance;
    this.visitors = Array.from({ length: size.visitors }, (_, index) => {
      const siteKey = SITES[index % SITES.length] ?? SITES[0];
      const name = `visitor${index + 1}`;
      return new Person({ name, siteKey, origin: originOf(siteKey), host: this.hostOf(1, index) }, habits);
    });
    this.agents = installation.cookies.map(
      (cookie, index) =>
        new Person({ name: `agent${index + 1}`, cookie, origin: RELAY_ORIGIN, host: this.hostOf(2, index) }, habits),
    );
  }

  get people(): readonly Person[] {
    return [...this.visitors, ...this.agents];
  }

  /** Everybody comes; the conversations begin; the agents open those that are theirs. */
  async arrive(): Promise<void> {
    for (const { line } of this.people) line.start();
    await until(() => this.people.every(({ recording }) => recording.live), "everybody is connected", ARRIVE_WITHIN_MS);
    for (const [index, agent] of this.agents.entries()) this.#attend(agent, index);
    for (const visitor of this.visitors.slice(0, this.#size.conversations)) visitor.begin();
    const begun = () => this.agents.reduce((sum, { conversations }) => sum + conversations.length, 0);
    const wanted = this.#size.conversations * Math.min(2, this.agents.length);
    await until(() => begun() >= wanted, "the agents have seen every conversation", ARRIVE_WITHIN_MS);
  }

  talk(): void {
    for (const person of this.people) this.#next(person, this.#chance.fork(person.identity.name));
  }

  fallSilent(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  /** Resolves once everybody sees what is stored, or when the time is over: the checker then says what is missing. */
  settled(withinMs: number): Promise<void> {
    const deadline = performance.now() + withinMs;
    return withStorage(this.#installation.place, async (storage) => {
      while (performance.now() < deadline) {
        const heads = await readHeads(storage);
        if (this.people.every((person) => isUpToDate(person, heads))) return;
        await pause(LOOK_EVERY_MS);
      }
    });
  }

  /** What every visitor with a conversation sees on a device that knows nothing. */
  async freshLoads(): Promise<FreshLoad[]> {
    const talkers = this.visitors.filter(({ conversations }) => conversations.length > 0);
    return Promise.all(talkers.map((visitor, index) => loadFresh(visitor, this.hostOf(3, index))));
  }

  /** The inbox of an agent who has just come. */
  async freshInbox() {
    const newcomer = this.agents[0]?.onAnotherDevice(this.hostOf(4, 0));
    if (newcomer === undefined) return {};
    newcomer.line.start();
    await until(() => newcomer.line.state.inboxLoaded, "a fresh inbox");
    newcomer.leave();
    return newcomer.line.state.inbox;
  }

  leave(): void {
    this.fallSilent();
    for (const person of this.people) person.leave();
  }

  /** An address of its own for one device more; groups 1 to 4 are taken. */
  hostOf(group: number, index: number): string {
    return `127.${group}.${Math.floor(index / 250)}.${(index % 250) + 1}:${this.#installation.network.port}`;
  }

  /** Two agents look after each conversation. */
  #attend(agent: Person, index: number): void {
    const count = this.agents.length;
    agent.line.subscribe(() => {
      for (const id of Object.keys(agent.line.state.inbox) as ConversationId[]) {
        const turn = Number.parseInt(id.slice(0, 8), 16) % count;
        const isTheirs = turn === index || (turn + 1) % count === index;
        if (isTheirs && !agent.conversations.includes(id)) {
          agent.conversations.push(id);
          agent.line.open(id);
        }
      }
    });
  }

  #next(person: Person, chance: Chance): void {
    const { paceMs, agentPaceMs = paceMs } = this.#size;
    const pauseMs = chance.between(...(person.identity.cookie ? agentPaceMs : paceMs));
    const timer = setTimeout(() => {
      this.#act(person, chance);
      this.#next(person, chance);
    }, pauseMs);
    this.#timers.set(person, timer);
  }

  #act(person: Person, chance: Chance): void {
    if (person.conversations.length === 0) return;
    const id = chance.pick(person.conversations);
    if (chance.next() < RELOAD_SHARE) return person.reload();
    const thread = person.line.state.threads[id];
    if (thread) person.line.see(id, lastSeq(thread));
    person.say(id);
  }
}

async function loadFresh(visitor: Person, host: string): Promise<FreshLoad> {
  const [conversationId] = visitor.conversations;
  if (conversationId === undefined) throw new Error(`${visitor.identity.name} has no conversation`);
  const device = visitor.onAnotherDevice(host);
  const { line } = device;
  line.start();
  const thread = () => line.state.threads[conversationId];
  await until(() => thread()?.loaded === true, "a fresh load");
  for (let first = thread()?.entries[0]?.seq ?? 1; first > 1; first = thread()?.entries[0]?.seq ?? 1) {
    line.older(conversationId);
    const before = first;
    await until(() => (thread()?.entries[0]?.seq ?? 1) < before, "an older page");
  }
  device.leave();
  const { entries = [], seen = { visitor: 0, agent: 0 } } = thread() ?? {};
  return { conversationId, entries, seen };
}

/** Does somebody see what is stored, in every conversation that they watch and in their inbox? */
function isUpToDate({ line, recording }: Person, heads: Heads): boolean {
  const { threads, inbox, outbox } = line.state;
  if (!recording.live || outbox.some(({ status }) => status === "sending")) return false;
  const shown = Object.entries(threads).map(([id, thread]) => ({ id, lastSeq: lastSeq(thread), seen: thread.seen }));
  return [...shown, ...Object.values(inbox)].every(({ id, lastSeq, seen }) =>
    isDeepStrictEqual(heads.get(id), { lastSeq, seen }),
  );
}

/** @throws when it takes longer than that */
export async function until(holds: () => boolean, what: string, withinMs = 30_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await pause(20);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
