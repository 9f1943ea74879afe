import { aConversationId } from "@shopbell/protocol/testing";
import { beforeEach, expect, test } from "vitest";
import type { Work } from "../conversations/ledger.ts";
import { COMMIT_GROUP, MAX_WAITING } from "../limits.ts";
import { Journal, type Outcome } from "./journal.ts";

/** A commit that waits for the test to say how it went. */
interface Held {
  readonly group: readonly Work[];
  end(outcome: Outcome): void;
}

let underWay: Held[];
let settled: string[];
beforeEach(() => {
  underWay = [];
  settled = [];
});

function aJournal(inFlight: number): Journal {
  const commit = (group: readonly Work[]) => new Promise<Outcome>((end) => underWay.push({ group, end }));
  const groupSettled = (size: number) => settled.push(`group of ${size}`);
  return new Journal({ commit, inFlight, groupSettled, fault: (error) => settled.push(`fault: ${error}`) });
}

/** Submits a work that says how it settled. */
function submit(journal: Journal, name: string, conversation?: number): void {
  const needs = conversation === undefined ? {} : { conversationId: aConversationId(conversation) };
  const work = { needs, run: () => undefined, settle: (stored: boolean) => settled.push(`${name}: ${stored}`) };
  journal.submit(Object.assign(work, { name }));
}

function namesIn({ group }: Held): string[] {
  return group.map((work) => (work as Work & { name: string }).name);
}

/** Lets everything happen that needs no outcome from the test: what one turn schedules goes in the next. */
async function aTurn(): Promise<void> {
  for (const _ of [1, 2]) await new Promise((resolve) => setImmediate(resolve));
}

/** Ends the oldest commit and returns what was in it. */
async function end(outcome: Outcome): Promise<string[]> {
  const held = underWay.shift();
  if (held === undefined) throw new Error("no commit is under way");
  held.end(outcome);
  await aTurn();
  return namesIn(held);
}

test("what one turn submits is one commit, in order, and nothing goes before the turn ends", async () => {
  const journal = aJournal(1);
  for (const name of ["a", "b", "c"]) submit(journal, name);
  expect(underWay).toEqual([]);

  await aTurn();

  expect(underWay.map(namesIn)).toEqual([["a", "b", "c"]]);
});

test("[S2] nobody is told before the commit has ended", async () => {
  const journal = aJournal(1);
  submit(journal, "a");
  await aTurn();
  expect(settled).toEqual([]);

  await end("stored");

  expect(settled).toEqual(["a: true", "group of 1"]);
});

test("a group is capped, and the rest follows in order", async () => {
  const journal = aJournal(1);
  const names = Array.from({ length: COMMIT_GROUP + 1 }, (_, index) => `work ${index}`);
  for (const name of names) submit(journal, name);
  await aTurn();

  const first = await end("stored");
  const second = await end("stored");

  expect([first.length, second.length]).toEqual([COMMIT_GROUP, 1]);
  expect([...first, ...second]).toEqual(names);
});

test("a group that failed is tried again one by one", async () => {
  const journal = aJournal(1);
  for (const name of ["a", "b"]) submit(journal, name);
  await aTurn();

  await end("failed");
  expect(await end("failed")).toEqual(["a"]);
  expect(await end("stored")).toEqual(["b"]);

  expect(settled).toEqual(["a: false", "b: true", "group of 2"]);
});

test("where no transaction could be begun, nobody waits for another try", async () => {
  const journal = aJournal(1);
  for (const name of ["a", "b"]) submit(journal, name);
  await aTurn();

  await end("closed");

  expect(settled).toEqual(["a: false", "b: false", "group of 2"]);
  expect(underWay).toEqual([]);
});

test("two groups may be under way at once, a third waits", async () => {
  const journal = aJournal(2);
  for (const name of ["a", "b", "c"]) {
    submit(journal, name);
    await aTurn();
  }
  expect(underWay.map(namesIn)).toEqual([["a"], ["b"]]);

  await end("stored");

  expect(underWay.map(namesIn)).toEqual([["b"], ["c"]]);
});

test("[S4] a conversation is never in two groups at once, and what follows in it waits in order", async () => {
  const journal = aJournal(2);
  submit(journal, "first", 1);
  await aTurn();
  submit(journal, "second", 1);
  submit(journal, "elsewhere", 2);
  submit(journal, "third", 1);
  await aTurn();
  expect(underWay.map(namesIn)).toEqual([["first"], ["elsewhere"]]);

  await end("stored");

  expect(underWay.map(namesIn)).toEqual([["elsewhere"], ["second", "third"]]);
});

test("a reader that asks for it comes after everything that was submitted", async () => {
  const journal = aJournal(2);
  let caughtUp = false;
  submit(journal, "a");
  journal.settled().then(() => {
    caughtUp = true;
  });
  await aTurn();
  expect(caughtUp).toBe(false);

  await end("stored");

  expect(caughtUp).toBe(true);
});

test("a reader waits for what was submitted before, not for what comes after", async () => {
  const journal = aJournal(2);
  submit(journal, "before", 1);
  await aTurn();
  const read = journal.settled().then(() => settled.push("read"));
  submit(journal, "after", 2);
  await aTurn();

  await end("stored");

  expect(underWay.map(namesIn)).toEqual([["after"]]);
  expect(settled).toEqual(["before: true", "group of 1", "read"]);
  await read;
});

test("while the database stands still, no more than so much waits for it", async () => {
  const journal = aJournal(1);
  for (let n = 0; n < MAX_WAITING; n += 1) submit(journal, "waits");
  expect(settled).toEqual([]);

  submit(journal, "one too many");

  expect(settled).toEqual(["one too many: false"]);
  await aTurn(); // what waits goes its way in this test, not in the next
});

test("who cannot be told an outcome takes nobody else with it", async () => {
  const journal = aJournal(1);
  const settle = () => {
    throw new Error("gone");
  };
  journal.submit({ needs: {}, run: () => undefined, settle });
  submit(journal, "next");
  await aTurn();

  await end("stored");

  expect(settled).toEqual(["fault: Error: gone", "next: true", "group of 2"]);
});
