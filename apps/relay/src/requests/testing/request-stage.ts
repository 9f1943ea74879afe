import type { Conversation } from "../../conversations/conversation.ts";
import type { Limits } from "../../limits.ts";
import { openAgent, say, startRelay, TestClock, type TestRelay } from "../../testing/index.ts";
import { RequestStore } from "../request-store.ts";
import { pretend } from "./open-shop.ts";
import { PlainBrowser, type SeenPage } from "./plain-browser.ts";

export const HARUKA = "haruka.mori@mail.example";

/** For tests: a shop that can mail, and somebody without JavaScript who writes to it. */
export class RequestStage {
  readonly relay: TestRelay;
  readonly clock: TestClock;
  readonly browser: PlainBrowser;

  private constructor(relay: TestRelay, clock: TestClock) {
    this.relay = relay;
    this.clock = clock;
    this.browser = new PlainBrowser(relay);
  }

  static async open(limits: Partial<Limits> = {}): Promise<RequestStage> {
    const clock = new TestClock();
    const relay = await startRelay({ clock, limits });
    pretend(relay, { mails: true });
    return new RequestStage(relay, clock);
  }

  close(): Promise<void> {
    return this.relay.stop();
  }

  /** Writes by the contact page, and is on the page of the request then. */
  async write(text: string, fields: Readonly<Record<string, string>> = {}): Promise<SeenPage> {
    return this.browser.send(await this.browser.visit("/c/demo"), "/c/demo", { text, email: HARUKA, ...fields });
  }

  /** The owner answers. */
  async answer(number: number, text: string): Promise<void> {
    const agent = await openAgent(this.relay);
    await say(agent, text, (await this.request(number)).id);
    agent.close();
  }

  async request(number: number): Promise<Conversation> {
    const found = await new RequestStore(this.relay.parts.storage.db).numbered(number);
    if (found === undefined) throw new Error(`there is no request ${number}`);
    return found;
  }

  async verifiedAt(number: number): Promise<number | null> {
    const { db } = this.relay.parts.storage;
    const row = db.selectFrom("conversations").select("email_verified_at").where("number", "=", number);
    return (await row.executeTakeFirstOrThrow()).email_verified_at;
  }

  /** The link that the widget shows. */
  async shownPath(number: number): Promise<string> {
    return this.relay.parts.links.requestPath(await this.request(number));
  }

  /** The link that a mail carries. */
  async mailedPath(number: number, email = HARUKA): Promise<string> {
    return this.relay.parts.links.mailedPath(await this.request(number), email);
  }
}
