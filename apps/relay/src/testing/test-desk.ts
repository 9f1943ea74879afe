import type { ConversationId, MessageId, Page } from "@shopbell/protocol";
import { aMessageId } from "@shopbell/protocol/testing";
import { expect } from "vitest";
import { AgentStore } from "../agents/agent-store.ts";
import {
  type Changed,
  changeConversation,
  forgetVisitor,
  seeConversation,
} from "../conversations/change-conversation.ts";
import type { Conversation } from "../conversations/conversation.ts";
import { ConversationStore } from "../conversations/conversation-store.ts";
import type { Ledger, Needs } from "../conversations/ledger.ts";
import type { AgentParty, Party, VisitorParty } from "../conversations/party.ts";
import { type Sent, sendMessage } from "../conversations/send-message.ts";
import { DEMO_SITE } from "../sites/site.ts";
import type { Storage } from "../storage/database.ts";
import { Journal } from "../storage/journal.ts";
import { VisitorStore } from "../visitors/visitor-store.ts";
import { TestClock } from "./test-clock.ts";

const PAGE: Page = { url: "https://shop.example/shoes?size=38", title: 'Shoes "38" \\ são' };

let minted = 1_000;

function newMessageId(): MessageId {
  minted += 1;
  return aMessageId(minted);
}

/** A relay's journal and stores over an opened storage, without sockets or a bus. */
export class TestDesk {
  readonly journal: Journal;
  readonly conversations: ConversationStore;
  readonly agents: AgentStore;
  readonly visitors: VisitorStore;
  readonly faults: unknown[] = [];
  readonly clock: TestClock;

  constructor(storage: Storage, clock = new TestClock()) {
    this.clock = clock;
    this.journal = new Journal({
      ...storage.commits((fault) => this.faults.push(fault)),
      groupSettled: () => undefined,
      fault: (fault) => this.faults.push(fault),
    });
    this.conversations = new ConversationStore(storage.db);
    this.agents = new AgentStore(storage.db, clock);
    this.visitors = new VisitorStore(storage.db, this.journal, clock);
  }

  async aVisitor(): Promise<VisitorParty> {
    const minted = await this.visitors.mint(DEMO_SITE.key, "pt");
    if (minted === undefined) throw new Error("no visitor could be minted");
    return minted.party;
  }

  async anAgent(name: string): Promise<AgentParty> {
    const agent = await this.agents.add({ email: `${name}@example.com`, name, role: "agent", passwordHash: "x" });
    const signedIn =
      agent && (await this.agents.signedIn(await this.agents.signIn(agent.id, "a test"), { used: true }));
    if (!signedIn) throw new Error(`${name} could not be added`);
    const face = { id: signedIn.agent.id, name, photo: null };
    return { kind: "agent", id: face.id, face, role: "agent", signInId: signedIn.signInId };
  }

  /** Sends; what else is sent in this turn shares the group. */
  send(party: Party, text: string, conversationId: ConversationId, { id = newMessageId(), mayBegin = true } = {}) {
    const sending = { conversationId, id, text, start: party.kind === "visitor", page: PAGE };
    const context = { now: this.clock.now(), mayBegin };
    return this.decide<Sent>({ party, conversationId, messageId: id, begins: mayBegin }, (ledger) =>
      sendMessage(ledger, party, sending, context),
    );
  }

  see(party: Party, conversationId: ConversationId, seq: number): Promise<Changed> {
    return this.decide({ party, conversationId, marks: true }, (ledger) =>
      seeConversation(ledger, party, conversationId, seq, this.clock.now()),
    );
  }

  change(party: Party, conversationId: ConversationId, change: "close" | "reopen" | "release"): Promise<Changed> {
    return this.decide({ party, conversationId }, (ledger) =>
      changeConversation(ledger, party, conversationId, change, this.clock.now()),
    );
  }

  forget(visitor: VisitorParty): Promise<Changed[]> {
    return this.decide({ party: visitor, openOf: visitor.id }, (ledger) =>
      forgetVisitor(ledger, visitor, this.clock.now()),
    );
  }

  /** @throws when it was not stored. */
  async decide<T>(needs: Needs, decision: (ledger: Ledger) => T): Promise<T> {
    const decided: T[] = [];
    const stored = await this.journal.store(needs, (ledger) => decided.push(decision(ledger)));
    const last = decided.at(-1);
    if (!stored || last === undefined) throw new Error("not stored");
    return last;
  }

  /** The conversation as somebody finds it who comes later. */
  async load(party: Party, id: ConversationId): Promise<Conversation | undefined> {
    return this.conversations.reach(party, id);
  }

  async textsIn(party: Party, id: ConversationId): Promise<string[]> {
    const conversation = await this.conversations.reach(party, id);
    if (conversation === undefined) return [];
    const { items } = await this.conversations.entriesAfter(conversation, 0);
    expect(items.map(({ seq }) => seq)).toEqual(items.map((_, index) => index + 1));
    return items.map((entry) => (entry.kind === "message" ? entry.text : entry.event));
  }
}
