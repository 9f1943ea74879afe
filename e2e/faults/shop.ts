import type { ConversationId, MessageId, Seen } from "@shopbell/protocol/types";
import { AgentStore } from "../../apps/relay/src/agents/agent-store.ts";
import { cookieName } from "../../apps/relay/src/agents/sign-in.ts";
import { SYSTEM_CLOCK } from "../../apps/relay/src/clock.ts";
import { newSite } from "../../apps/relay/src/sites/site.ts";
import { addSite } from "../../apps/relay/src/sites/site-store.ts";
import { openStorage, type Storage, type StoragePlace } from "../../apps/relay/src/storage/database.ts";
import type { Stored, StoredEntry } from "./checker/evidence.ts";

export const RELAY_ORIGIN = "http://relay.example";
export const SITES = ["north", "south"] as const;

/** Where pages of a site come from. */
export function originOf(siteKey: string): string {
  return `http://${siteKey}.example`;
}

/** Adds two sites, and agents who are signed in; resolves to their cookies. */
export function furnish(place: StoragePlace, agents: number): Promise<string[]> {
  return withStorage(place, async ({ db }) => {
    for (const key of SITES) {
      const site = newSite(key, key, [originOf(key)]);
      if (site) await addSite(db, site, SYSTEM_CLOCK.now());
    }
    const store = new AgentStore(db, SYSTEM_CLOCK);
    const cookies: string[] = [];
    for (let count = 1; count <= agents; count++) {
      const name = `agent${count}`;
      // Nobody types a password here: no hash of one is needed.
      const agent = await store.add({ email: `${name}@relay.example`, name, role: "agent", passwordHash: "none" });
      if (agent) cookies.push(`${cookieName(false)}=${await store.signIn(agent.id, "a fault run")}`);
    }
    return cookies;
  });
}

/** Everything that conversations consist of, as the database has it. */
export function readStored(place: StoragePlace): Promise<Stored> {
  return withStorage(place, async (storage) => {
    const { db } = storage;
    const conversations = await db
      .selectFrom("conversations")
      .select(["id", "number", "site_key", "last_seq"])
      .execute();
    const entries = await db
      .selectFrom("entries")
      .select(["conversation", "seq", "kind", "message_id", "text", "at"])
      .orderBy("conversation")
      .orderBy("seq")
      .execute();
    const rows = Map.groupBy(entries, ({ conversation }) => conversation);
    return {
      epoch: await storage.epoch(),
      conversations: conversations.map(({ id, number, site_key, last_seq }) => ({
        id: id as ConversationId,
        siteKey: site_key,
        lastSeq: last_seq,
        entries: (rows.get(number) ?? []).map(
          ({ message_id, conversation: _, ...row }): StoredEntry => ({
            ...row,
            messageId: message_id as MessageId | null,
          }),
        ),
      })),
    };
  });
}

/** How far each conversation is, and how far each side has seen it. */
export type Heads = ReadonlyMap<string, { readonly lastSeq: number; readonly seen: Seen }>;

export async function readHeads({ db }: Storage): Promise<Heads> {
  const rows = await db.selectFrom("conversations").select(["id", "last_seq", "seen_visitor", "seen_agent"]).execute();
  return new Map(
    rows.map(({ id, last_seq, seen_visitor, seen_agent }) => [
      id,
      { lastSeq: last_seq, seen: { visitor: seen_visitor, agent: seen_agent } },
    ]),
  );
}

export async function withStorage<T>(place: StoragePlace, use: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openStorage(place);
  try {
    return await use(storage);
  } finally {
    await storage.close();
  }
}
