import { afterEach, beforeEach, expect, test } from "vitest";
import { DovecotServer } from "../../testing/dovecot-server.ts";
import { startRelay, type TestRelay } from "../../testing/start-relay.ts";
import { TestClock } from "../../testing/test-clock.ts";
import { aSqliteStorage } from "../../testing/test-storage.ts";
import { ImapReader, type ImapReaderOptions } from "./imap-reader.ts";
import { ImapStore } from "./imap-store.ts";
import { aMail } from "./mail-builders.ts";
import type { Received } from "./receive-mail.ts";
import { aMailDesk, conversationsOf } from "./test-mail-desk.ts";

const MINUTE = 60_000;

let dovecot: DovecotServer;
let storage: Awaited<ReturnType<typeof aSqliteStorage>>;
let clock: TestClock;
let open: ImapReader[];
beforeEach(async () => {
  [dovecot, storage] = await Promise.all([DovecotServer.start(), aSqliteStorage()]);
  clock = new ClockOfToday();
  open = [];
});
afterEach(async () => {
  await Promise.all(open.map((reader) => reader.close()));
  await Promise.all([dovecot.stop(), storage.close()]);
});

/** Begins now: Dovecot has a clock of its own, and is asked for mail of the last days. */
class ClockOfToday extends TestClock {
  readonly #ahead = super.now() - Date.now();

  override now(): number {
    return super.now() - this.#ahead;
  }
}

/** Takes mail as the relay would, and remembers which. */
class Inbox {
  readonly subjects: string[] = [];
  readonly #answers: readonly Received["kind"][];
  #heard: (() => void) | undefined;

  /** @param answers of the first mails; every other one joins */
  constructor(answers: readonly Received["kind"][] = []) {
    this.#answers = answers;
  }

  async receive(mail: Uint8Array): Promise<Received> {
    const answer = this.#answers[this.subjects.length] ?? "joined";
    this.subjects.push(/^Subject: (.*)\r$/m.exec(Buffer.from(mail).toString())?.[1] ?? "");
    this.#heard?.();
    return { kind: answer, why: "" } as Received;
  }

  /** Resolves once this many have come. */
  async count(mails: number): Promise<void> {
    while (this.subjects.length < mails) await new Promise<void>((heard) => (this.#heard = heard));
  }
}

function aReader(mails: Pick<Inbox, "receive">, { fault = () => undefined, url = dovecot.url }: ReaderChanges = {}) {
  const store = new ImapStore(storage.db, clock);
  const reader = new ImapReader({ url, store, mails, clock, random: () => 1, fault });
  open.push(reader);
  return reader;
}

type ReaderChanges = Partial<Pick<ImapReaderOptions, "fault" | "url">>;

function deliver(...subjects: string[]): Promise<void> {
  return dovecot.deliver(...subjects.map((Subject) => aMail({ headers: { Subject } })));
}

test("what is there is read at the first look, and what comes later as soon as the server tells", async () => {
  await deliver("one", "two");
  const inbox = new Inbox();
  const reader = aReader(inbox);

  await reader.pulse();
  await inbox.count(2);
  await deliver("three");
  await inbox.count(3);

  expect(inbox.subjects).toEqual(["one", "two", "three"]);
});

test("mail is marked as read and stays where it is; what came to nothing stays unread, for people", async () => {
  await deliver("one", "two", "three");
  const inbox = new Inbox(["began", "ignored", "unreadable"]);
  const reader = aReader(inbox);

  await reader.pulse();
  await inbox.count(3);
  await reader.close();

  expect((await dovecot.list()).map(({ isRead }) => isRead)).toEqual([true, false, false]);
});

test("after a restart only what came meanwhile is read", async () => {
  await deliver("one");
  const before = new Inbox(["ignored"]);
  const first = aReader(before);
  await first.pulse();
  await before.count(1);
  await first.close();
  await deliver("two");

  const inbox = new Inbox();
  await aReader(inbox).pulse();
  await inbox.count(1);

  expect(inbox.subjects).toEqual(["two"]);
});

test("a first reading that is broken off begins again, and leaves what people have read meanwhile to them", async () => {
  await deliver("one", "read by people", "two");
  await dovecot.read(2);
  const before = new Inbox();
  const first = aReader({
    receive: (mail) => {
      void first.close();
      return before.receive(mail);
    },
  });
  await first.pulse();
  await first.looked();
  await first.close();
  expect(before.subjects).toEqual(["one"]);

  const inbox = new Inbox();
  const second = aReader(inbox);
  await second.pulse();
  await second.looked();

  expect(inbox.subjects).toEqual(["two"]);
});

test("after a first reading that found nothing, what comes is taken although people have read it", async () => {
  await deliver("read by people");
  await dovecot.read(1);
  const before = new Inbox();
  const first = aReader(before);
  await first.pulse();
  await first.looked();
  await first.close();
  await deliver("one");
  await dovecot.read(2);

  const inbox = new Inbox();
  const second = aReader(inbox);
  await second.pulse();
  await second.looked();

  expect([before.subjects, inbox.subjects]).toEqual([[], ["one"]]);
});

test("a mail that could not be stored is fetched again, and holds up no other one", async () => {
  await deliver("zero", "one", "two");
  const inbox = new Inbox(["joined", "not-stored"]);
  const reader = aReader(inbox);
  await reader.pulse();
  await reader.looked();

  clock.advance(MINUTE / 2);
  await reader.pulse();
  await inbox.count(4);
  await deliver("three");
  await inbox.count(5);

  expect(inbox.subjects).toEqual(["zero", "one", "two", "one", "three"]);
});

test("a server that goes away and comes back is read on from where it was", async () => {
  await deliver("one");
  const inbox = new Inbox();
  const { promise: lost, resolve: tell } = Promise.withResolvers<unknown>();
  const reader = aReader(inbox, { fault: tell });
  await reader.pulse();
  await reader.looked();

  await dovecot.kill();
  expect(await lost).toMatchObject({ message: expect.stringMatching(/^Mail cannot be read/) });
  await dovecot.restart();
  await deliver("two");
  clock.advance(MINUTE);
  await reader.pulse();
  await inbox.count(2);

  expect(inbox.subjects).toEqual(["one", "two"]);
});

test("a mailbox that numbers its mails anew is not read from its beginning", async () => {
  await deliver("one");
  const before = new Inbox();
  const first = aReader(before);
  await first.pulse();
  await before.count(1);
  await first.close();
  await dovecot.renumber();
  await deliver("two");

  const inbox = new Inbox();
  await aReader(inbox).pulse();
  await inbox.count(1);

  expect(inbox.subjects).toEqual(["two"]);
});

test("of two relays one reads; when it stands still, the other takes over within a minute", async () => {
  await deliver("one");
  const [one, other] = [new Inbox(["not-stored"]), new Inbox()];
  const [first, second] = [aReader(one), aReader(other)];
  await first.pulse();
  await first.looked();

  await second.pulse();
  await second.looked();
  expect(other.subjects).toEqual([]);

  clock.advance(MINUTE);
  await second.pulse();
  await other.count(1);
  await deliver("two");
  await other.count(2);
  expect(one.subjects).toEqual(["one"]);
  expect(other.subjects).toEqual(["one", "two"]);
});

test("a password that is wrong is told in the server's words", async () => {
  const reader = aReader(new Inbox(), { url: dovecot.url.replace("secret", "guessed") });

  await reader.pulse();
  await reader.looked();

  expect(reader.error).toMatch(/authentication/i);
});

test("a mail that came through the mailbox and over HTTP begins one conversation", async () => {
  const relay: TestRelay = await startRelay();
  const mails = aMailDesk(relay);
  await mails.receive(aMail());
  await dovecot.deliver(aMail());
  const reader = aReader(mails);

  await reader.pulse();
  await reader.looked();

  expect(await dovecot.list()).toEqual([{ uid: 1, isRead: true }]);
  expect(await conversationsOf(relay)).toHaveLength(1);
  await relay.stop();
});
