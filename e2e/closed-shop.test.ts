import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { OpeningHours } from "@shopbell/protocol";
import { Client } from "pg";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DovecotServer } from "../apps/relay/src/testing/dovecot-server.ts";
import { PostgresServer } from "../apps/relay/src/testing/postgres-server.ts";
import { RedisServer } from "../apps/relay/src/testing/redis-server.ts";
import { freePort } from "../apps/relay/src/testing/server-process.ts";
import { openBrowser } from "../scripts/chromium.ts";
import { Agent, Visitor } from "./people.ts";
import { PostOffice, replyTo } from "./post-office.ts";
import { RelayProcess } from "./relay-process.ts";
import { ShopServer, shopPage } from "./shop-server.ts";
import { PASSWORD } from "./world.ts";

const ANA = "ana@lisboashoes.example";
const SHOP = "ola@lisboashoes.example";
const HARUKA = "haruka.mori@mail.example";
const INBOUND_EMAIL_SECRET = "what the mail server shows at the door";
const QUESTION = "Do you still have the Sintra boot in 38? I would collect it in Chiado.";

/** Relays of one installation, the last one for agents and mail, with the servers that they need. */
interface Installation {
  readonly relays: readonly RelayProcess[];
  /** A mail program hands a mail to the shop's mail server: there the relay finds it, or is given it. */
  deliver(raw: Buffer): Promise<void>;
  /** What an agent wrote waits two minutes for more before it is mailed: they pass. Resolves to how many answers waited. */
  twoMinutesPass(): Promise<number>;
  stop(): Promise<void>;
}

const ARE_OVER = "UPDATE jobs SET run_at = 0 WHERE kind = 'reply'";

const MAIL = (office: PostOffice) => ({ SMTP_URL: office.url, MAIL_FROM: SHOP });

async function oneProcess(office: PostOffice): Promise<Installation> {
  const [port, dovecot] = await Promise.all([freePort(), DovecotServer.start()]);
  const env = { ...MAIL(office), IMAP_URL: dovecot.url };
  const relay = new RelayProcess({ port, publicUrl: `http://127.0.0.1:${port}`, env });
  return {
    relays: [relay],
    deliver: (raw) => dovecot.deliver(raw),
    async twoMinutesPass() {
      const file = new DatabaseSync(join(relay.folder, "shopbell.db"), { timeout: 5_000 });
      const { changes } = file.prepare(ARE_OVER).run();
      file.close();
      return Number(changes);
    },
    async stop() {
      await relay.stop();
      await dovecot.stop();
    },
  };
}

async function twoRelays(office: PostOffice): Promise<Installation> {
  const [postgres, redis] = await Promise.all([PostgresServer.start(), RedisServer.start()]);
  const databaseUrl = await postgres.createDatabase();
  const env = { ...MAIL(office), DATABASE_URL: databaseUrl, REDIS_URL: redis.url, INBOUND_EMAIL_SECRET };
  const ports = await Promise.all([freePort(), freePort()]);
  const relays = ports.map((port) => new RelayProcess({ port, publicUrl: `http://127.0.0.1:${port}`, env }));
  return {
    relays,
    async deliver(raw) {
      const answer = await fetch(`${relays[0]?.url}/v1/mail/inbound`, {
        method: "POST",
        headers: { authorization: `Bearer ${INBOUND_EMAIL_SECRET}`, "content-type": "message/rfc822" },
        body: new Uint8Array(raw),
      });
      expect(answer.status).toBe(202);
    },
    async twoMinutesPass() {
      const database = new Client({ connectionString: databaseUrl });
      await database.connect();
      const { rowCount } = await database.query(ARE_OVER);
      await database.end();
      return rowCount ?? 0;
    },
    async stop() {
      await Promise.all(relays.map((relay) => relay.stop()));
      await Promise.all([postgres.stop(), redis.stop()]);
    },
  };
}

/** Open on the day after tomorrow only, in Lisbon: whatever day it is, the shop is closed now. */
function closedUntilTheDayAfterTomorrow(): OpeningHours {
  const day = (new Date(Date.now() + 2 * 86_400_000).getUTCDay() + 6) % 7;
  const week = Array.from({ length: 7 }, (_, index) => (index === day ? [{ from: 540, until: 1_080 }] : []));
  return { timeZone: "Europe/Lisbon", week, exceptions: [] };
}

describe.each([
  ["one process", oneProcess],
  ["two relays", twoRelays],
])("a closed shop on %s", (_name, install) => {
  let browser: Browser;
  let office: PostOffice;
  let shop: ShopServer;
  let installation: Installation;
  let visitors: string;
  let agents: string;
  let siteKey: string;
  beforeAll(async () => {
    [browser, office, shop] = await Promise.all([openBrowser(), PostOffice.open(), ShopServer.open()]);
    installation = await install(office);
    const [first] = installation.relays;
    const last = installation.relays.at(-1);
    if (first === undefined || last === undefined) throw new Error("there is no relay");
    [visitors, agents] = [first.url, last.url];
    const created = first.shopbell(["site", "create", "--name", "Lisboa Shoes", "--origin", shop.origin]);
    first.shopbell(
      ["user", "create", "--email", ANA, "--name", "Ana", "--role", "owner", "--password-stdin"],
      PASSWORD,
    );
    const [snippet = "", key = ""] = /<script[^>]*data-site="([^"]+)"[^>]*><\/script>/.exec(created) ?? [];
    siteKey = key;
    shop.page("/", { html: shopPage(snippet) });
    for (const relay of installation.relays) await relay.start();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await installation?.stop();
    await Promise.all([office?.close(), shop?.close()]);
  });

  async function whatTheShopSays(): Promise<unknown> {
    const answer = await fetch(`${visitors}/v1/sites/${siteKey}`, { headers: { origin: shop.origin } });
    return answer.json();
  }

  test("a visitor in Tokyo is answered by mail and in the widget, and it is one conversation", async () => {
    const signedIn = await Agent.signIn(browser, agents, ANA, PASSWORD);
    const owner = await Agent.enter(browser, agents, signedIn);
    await setUpMail(owner);
    await setHours(owner);
    await owner.leave();
    await expect.poll(whatTheShopSays, { timeout: 20_000 }).toMatchObject({ availability: "closed", mails: true });

    const haruka = await Visitor.enter(browser, shop.origin, { timezoneId: "Asia/Tokyo", locale: "en-GB" });
    await haruka.page.getByRole("button", { name: /closed/i }).waitFor();
    await haruka.ring();
    await haruka.panel.getByText(/your question is safe with us/).waitFor();
    await haruka.says(QUESTION);
    await haruka.panel.getByLabel("E-mail address").fill(HARUKA);
    await haruka.panel.getByRole("button", { name: "Send me the answer" }).click();
    await haruka.panel.getByText("#1001").waitFor();
    await haruka.page.goto("about:blank");

    const acknowledgement = await office.letter(HARUKA);
    expect(acknowledgement.mail.subject).toContain("#1001");
    expect(acknowledgement.raw.toString()).not.toContain("Sintra");
    await installation.deliver(await replyTo(acknowledgement, HARUKA, "The brown one, if you have both."));

    const ana = await Agent.enter(browser, agents, signedIn);
    const pane = await ana.opens("The brown one, if you have both.");
    await ana.sees(pane, QUESTION);
    await ana.answers(pane, "Both are here. I put the brown one aside for you.");

    await expect.poll(() => installation.twoMinutesPass()).toBe(1); // once it is stored
    const answer = await office.letter(HARUKA, ({ mail }) => mail.subject?.startsWith("Re:") === true);
    expect(answer.mail.from).toMatchObject({ name: "Ana from Lisboa Shoes", address: SHOP });
    expect(answer.mail.text).toContain("I put the brown one aside for you.");
    expect(answer.mail.references).toContain(acknowledgement.mail.references);
    expect(office.countTo(HARUKA)).toBe(2);

    await haruka.page.goto(shop.origin);
    for (const text of [
      QUESTION,
      "The brown one, if you have both.",
      "Both are here. I put the brown one aside for you.",
    ])
      await haruka.sees(text);
    await pane.getByText(/^Seen/).waitFor();
    await Promise.all([ana.leave(), haruka.leave()]);
    expect([...owner.complaints, ...ana.complaints, ...haruka.complaints]).toEqual([]);
  }, 300_000);

  async function setUpMail(owner: Agent): Promise<void> {
    await owner.page.goto(`${agents}/console/settings/mail`);
    await owner.page.getByRole("button", { name: /test message/i }).click();
    const { mail } = await office.letter(ANA);
    const [link] = /http\S+\/m\/\S+/.exec(mail.text ?? "") ?? [];
    await owner.page.goto(link ?? "");
    await owner.page.getByRole("button").click();
  }

  /** As the page does: what the grid looks like under a hand is another test's. */
  async function setHours(owner: Agent): Promise<void> {
    const answer = await owner.context.request.put(`${agents}/v1/agent/sites/${siteKey}/hours`, {
      data: { hours: closedUntilTheDayAfterTomorrow() },
      headers: { origin: agents },
    });
    expect(answer.status()).toBeLessThan(300);
  }
});
