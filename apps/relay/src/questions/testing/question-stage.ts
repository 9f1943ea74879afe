import type { HelpCentre } from "@shopbell/protocol";
import PostalMime, { type Email } from "postal-mime";
import { HelpStage } from "../../help/testing/help-stage.ts";
import type { Limits } from "../../limits.ts";
import { type Taken, TestSmtpServer } from "../../mail/out/test-smtp-server.ts";
import { pretend } from "../../requests/testing/open-shop.ts";
import type { PlainBrowser, SeenPage } from "../../requests/testing/plain-browser.ts";
import type { TestRelay } from "../../testing/index.ts";

export const IOANA = { name: "Ioana M.", email: "ioana@mail.example" };
export const SLUG = "can-i-exchange-a-worn-pair";
export const READ = `/help/demo/en/a/${SLUG}`;
export const ASK = `/q/demo/en/${SLUG}`;

interface Options {
  readonly help?: Partial<HelpCentre>;
  readonly limits?: Partial<Limits>;
}

/** For tests: a shop whose visitors ask publicly, the mail server that their links go through, and one of them without JavaScript. */
export class QuestionStage {
  readonly shop: HelpStage;
  readonly smtp: TestSmtpServer;
  readonly browser: PlainBrowser;

  private constructor(shop: HelpStage, smtp: TestSmtpServer) {
    this.shop = shop;
    this.smtp = smtp;
    this.browser = shop.browser;
  }

  static async open({ help, limits = {} }: Options = {}): Promise<QuestionStage> {
    const smtp = await TestSmtpServer.start();
    const room = { postsPerAddress: { max: 100, windowMs: 60_000 }, ...limits };
    const env = { SMTP_URL: smtp.url, MAIL_FROM: "help@shop.example" };
    const shop = await HelpStage.open({ help: { publicQuestions: true, ...help }, limits: room, env });
    pretend(shop.relay, { mails: true });
    return new QuestionStage(shop, smtp);
  }

  get relay(): TestRelay {
    return this.shop.relay;
  }

  async close(): Promise<void> {
    await this.shop.close();
    await this.smtp.stop();
  }

  /** Fills in the form that the page of an answer leads to. */
  async write(text: string, fields: Readonly<Record<string, string>> = {}, path = ASK): Promise<SeenPage> {
    const form = await this.browser.visit(path);
    return this.browser.send(form, SLUG, { ...IOANA, text, ...fields });
  }

  /** The mail that arrives as this one, counted from 1. */
  async mail(count: number): Promise<Omit<Email, "to"> & Pick<Taken, "raw" | "to">> {
    await this.relay.pulse();
    const { raw, to } = await this.smtp.mail(count);
    return { ...(await PostalMime.parse(raw)), raw, to };
  }

  /** Where the link in that mail leads. */
  async link(count: number): Promise<string> {
    const { text = "" } = await this.mail(count);
    const [path] = /\/q\/confirm\/\S+/.exec(text) ?? [];
    if (path === undefined) throw new Error(`mail ${count} has no link`);
    return path;
  }

  /** Presses the button behind the link of a mail. */
  async confirm(count: number): Promise<SeenPage> {
    const path = await this.link(count);
    return this.browser.send(await this.browser.visit(path), path, {});
  }

  /** Writes, confirms, and is looked at by the shop: the id of what is shown then. */
  async shown(text: string, fields: Readonly<Record<string, string>> = {}, path = ASK): Promise<string> {
    const before = this.smtp.mails.length;
    await this.write(text, fields, path);
    await this.confirm(before + 1);
    const id = await this.idOf(text);
    await this.ask("PUT", `/posts/${id}`, { state: "shown" });
    return id;
  }

  async idOf(text: string): Promise<string> {
    const { db } = this.relay.parts.storage;
    return (await db.selectFrom("posts").select("id").where("text", "=", text).executeTakeFirstOrThrow()).id;
  }

  posts() {
    return this.relay.parts.storage.db.selectFrom("posts").selectAll().orderBy("at").execute();
  }

  /** An agent's console asks the relay. */
  ask(method: string, part: string, body?: object, siteKey = "demo"): Promise<Response> {
    const { url, owner } = this.relay;
    return fetch(`${url}/v1/agent/sites/${siteKey}${part}`, {
      method,
      headers: { cookie: owner.cookie, origin: url, ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  }
}
