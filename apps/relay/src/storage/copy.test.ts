import { aConversationId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AgentParty, VisitorParty } from "../conversations/party.ts";
import { TrialStore } from "../mail/trial-store.ts";
import { installationSecret } from "../secret-store.ts";
import { DEMO_SITE } from "../sites/site.ts";
import { addSite } from "../sites/site-store.ts";
import { TestClock } from "../testing/index.ts";
import { TestDesk } from "../testing/test-desk.ts";
import { aPostgresStorage, aSqliteStorage } from "../testing/test-storage.ts";
import { checksumsOf } from "./checksums.ts";
import { copyInstallation } from "./copy.ts";
import type { Storage } from "./database.ts";
import type { Database } from "./schema.ts";

const OPEN = { sqlite: aSqliteStorage, postgres: aPostgresStorage };

let opened: Storage[];
beforeEach(() => {
  opened = [];
});
afterEach(() => Promise.all(opened.map((storage) => storage.close())));

async function open(kind: Storage["kind"]): Promise<Storage> {
  const storage = await OPEN[kind]();
  opened.push(storage);
  return storage;
}

const quietly = () => undefined;

/** An installation in which two people have talked. */
class Shop {
  readonly desk: TestDesk;
  readonly maria: VisitorParty;
  readonly ana: AgentParty;

  private constructor(desk: TestDesk, maria: VisitorParty, ana: AgentParty) {
    this.desk = desk;
    this.maria = maria;
    this.ana = ana;
  }

  static async open({ db, commits }: Storage, name = "ana"): Promise<Shop> {
    await addSite(db, DEMO_SITE, 1);
    const desk = new TestDesk({ db, commits } as Storage);
    const shop = new Shop(desk, await desk.aVisitor(), await desk.anAgent(name));
    for (const n of [1, 2, 3]) await shop.talk(n);
    return shop;
  }

  async talk(n: number): Promise<void> {
    await this.desk.send(this.maria, 'Do these "run" small? \\ são 👟', aConversationId(n));
    await this.desk.send(this.ana, "Half a size.", aConversationId(n));
  }
}

/** A database in which something happens after so many inserts. */
function interrupted(db: Database, inserts: number, happens: () => unknown): Database {
  let left = inserts;
  return db.withPlugin({
    transformQuery({ node }) {
      if (node.kind === "InsertQueryNode") left -= 1;
      return node;
    },
    async transformResult({ result }) {
      if (left === 0) {
        left = -1;
        await happens();
      }
      return result;
    },
  });
}

function kill(): never {
  throw new Error("killed");
}

describe.each([
  ["sqlite", "postgres"],
  ["postgres", "sqlite"],
] as const)("a copy from %s to %s", (from, to) => {
  test("has the same in it, and a relay goes on where the other stopped", async () => {
    const source = await open(from);
    const target = await open(to);
    const { maria } = await Shop.open(source);

    const outcome = await copyInstallation(source.db, target.db, quietly);

    expect(outcome).toEqual({ kind: "copied", rows: 1 + 1 + 1 + 1 + 1 + 1 + 3 + 9 });
    expect(await checksumsOf(target.db)).toEqual(await checksumsOf(source.db));
    const desk = new TestDesk(target);
    const sent = await desk.send(maria, "And in blue?", aConversationId(1));
    expect(sent).toMatchObject({ kind: "accepted", seq: 4, conversation: { assignee: { name: "ana" } } });
    expect(await desk.send(maria, "hello", aConversationId(9))).toMatchObject({ conversation: { number: 1004 } });
    expect(await target.epoch()).not.toBe(await source.epoch());
  });

  test("keeps what the shop has learned about its mail, and whom its links are for", async () => {
    const source = await open(from);
    const target = await open(to);
    await Shop.open(source);
    const secret = await installationSecret(source.db);
    await new TrialStore(source.db, new TestClock()).noteArrived("out", "a mark");

    await copyInstallation(source.db, target.db, quietly);

    expect(await installationSecret(target.db)).toEqual(secret);
    expect(await new TrialStore(target.db, new TestClock()).read()).toMatchObject({ out: { mark: "a mark" } });
  });

  test("that was killed anywhere is completed by the next run", async () => {
    const source = await open(from);
    const target = await open(to);
    await Shop.open(source);

    for (let inserts = 1; inserts <= 9; inserts += 1) {
      const attempt = copyInstallation(source.db, interrupted(target.db, inserts, kill), quietly);
      await expect(attempt).rejects.toThrow("killed");
    }

    expect(await copyInstallation(source.db, target.db, quietly)).toMatchObject({ kind: "copied" });
  });
});

test("a copy may be tried while the shop is open, and is brought up to date when it has closed", async () => {
  const source = await open("sqlite");
  const target = await open("postgres");
  const { desk, maria, ana } = await Shop.open(source);
  expect(await copyInstallation(source.db, target.db, quietly)).toMatchObject({ kind: "copied" });

  await desk.send(maria, "One more thing", aConversationId(1));
  await desk.send(maria, "Hello again", aConversationId(4));
  await desk.agents.revoke(ana.id, ana.signInId);
  await desk.forget(maria);

  expect(await copyInstallation(source.db, target.db, quietly)).toMatchObject({ kind: "copied" });
  expect(await checksumsOf(target.db)).toEqual(await checksumsOf(source.db));
});

test("a source that changes while it is copied is told, with the tables", async () => {
  const source = await open("sqlite");
  const target = await open("postgres");
  const { desk, maria } = await Shop.open(source);
  const changing = interrupted(target.db, 3, () => desk.send(maria, "Are you there?", aConversationId(1)));

  const outcome = await copyInstallation(source.db, changing, quietly);

  expect(outcome).toEqual({ kind: "source-changed", tables: ["conversations", "entries"] });
  expect(await copyInstallation(source.db, target.db, quietly)).toMatchObject({ kind: "copied" });
});

test("a copy that differs is told: a changed text is found as well as a missing row", async () => {
  const source = await open("sqlite");
  const target = await open("postgres");
  await Shop.open(source);
  await copyInstallation(source.db, target.db, quietly);
  const before = await checksumsOf(target.db);

  await target.db.updateTable("entries").set({ text: "Half a size!" }).where("seq", "=", 3).execute();
  const changed = await checksumsOf(target.db);
  await target.db.deleteFrom("entries").where("seq", "=", 3).execute();
  const missing = await checksumsOf(target.db);

  expect(changed["entries"]?.rows).toBe(before["entries"]?.rows);
  expect(new Set([before, changed, missing].map((sums) => sums["entries"]?.sum)).size).toBe(3);
});

test("a target that is the source, holds another shop, or has been used since its copy was complete is left alone", async () => {
  const source = await open("sqlite");
  const target = await open("postgres");
  const other = await open("postgres");
  const { maria } = await Shop.open(source);
  await Shop.open(other, "joao");
  await copyInstallation(source.db, target.db, quietly);
  await new TestDesk(target).send(maria, "And in blue?", aConversationId(1));
  const before = [await checksumsOf(target.db), await checksumsOf(other.db)];

  const reasons = [source, other, target].map(({ db }) => copyInstallation(source.db, db, quietly));

  expect(await Promise.all(reasons)).toEqual(
    ["same", "other-installation", "in-use"].map((reason) => ({ kind: "refused", reason })),
  );
  expect([await checksumsOf(target.db), await checksumsOf(other.db)]).toEqual(before);
});
