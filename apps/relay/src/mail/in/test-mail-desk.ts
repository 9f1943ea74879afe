import type { Entry } from "@shopbell/protocol";
import type { Reached } from "../../conversations/access.ts";
import type { Conversation } from "../../conversations/conversation.ts";
import { RULE } from "../../conversations/party.ts";
import { DEMO_SITE } from "../../sites/site.ts";
import type { TestRelay } from "../../testing/start-relay.ts";
import { LetterStore } from "./letter-store.ts";
import { readMail } from "./read-mail.ts";
import { MailDesk, type MailDeskOptions } from "./receive-mail.ts";

export const OWN_ADDRESS = "help@shop.example";
export const SERVER_NAME = "mx.shop.example";
/** What a test message bears. */
export const TEST_TAG = "test-message";

/** The mail desk of a relay that replies from `OWN_ADDRESS`. */
export function aMailDesk({ parts }: TestRelay, changes: Partial<MailDeskOptions> = {}): MailDesk {
  const { context, files, links, storage } = parts;
  return new MailDesk({
    desk: context.desk,
    letters: new LetterStore(storage.db, context.clock),
    files: files.store,
    links,
    ownAddress: OWN_ADDRESS,
    serverName: SERVER_NAME,
    read: readMail,
    firstSite: () => DEMO_SITE.key,
    testArrived: async (tag) => tag === TEST_TAG,
    ...changes,
  });
}

/** Every conversation that is open, the one that began first first. */
export async function conversationsOf({ parts }: TestRelay): Promise<Conversation[]> {
  const { items } = await parts.context.conversations.inbox();
  return items.toSorted((one, other) => one.number - other.number);
}

/** What was said and what happened in a conversation. */
export async function entriesOf({ parts }: TestRelay, { id }: Conversation): Promise<readonly Entry[]> {
  const { conversations } = parts.context;
  const reached = (await conversations.reach(RULE, id)) as Reached;
  return (await conversations.entriesAfter(reached, 0)).items;
}

/** The messages of a conversation as text. */
export async function textsOf(relay: TestRelay, conversation: Conversation): Promise<string[]> {
  return (await entriesOf(relay, conversation)).flatMap((entry) => (entry.kind === "message" ? entry.text : []));
}

/** Where a reply to a conversation is sent. */
export function replyAddress({ parts }: TestRelay, conversation: Conversation): string {
  return OWN_ADDRESS.replace("@", `+${parts.links.replyToken(conversation, conversation.email ?? "")}@`);
}

/** What is noted of a conversation beside the ledger. */
export async function notesOf({ parts }: TestRelay, { id }: Conversation) {
  return parts.storage.db
    .selectFrom("conversations")
    .select(["subject", "email_verified_at as verifiedAt"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

/** Kinds of the jobs that wait. */
export async function jobsOf({ parts }: TestRelay): Promise<string[]> {
  const jobs = await parts.storage.db.selectFrom("jobs").select("kind").orderBy("kind").execute();
  return jobs.map(({ kind }) => kind);
}
