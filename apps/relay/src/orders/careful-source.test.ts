import type { Order } from "@shopbell/protocol";
import { beforeEach, expect, test } from "vitest";
import { TestClock } from "../testing/test-clock.ts";
import { CarefulSource } from "./careful-source.ts";
import { SourceDown, SourceSilent } from "./order-source.ts";
import { anOrder } from "./testing/builders.ts";

const MARIA = "maria@example.com";

let clock: TestClock;
let asked: string[];
let isDown: boolean;
let source: CarefulSource;
beforeEach(() => {
  clock = new TestClock();
  asked = [];
  isDown = false;
  const answer = async <T>(question: string, known: T): Promise<T> => {
    asked.push(question);
    if (isDown) throw new SourceSilent("It is broken.");
    if (question.startsWith("odd")) throw new SourceDown("It is not understood.");
    return known;
  };
  const byNumber = (number: string) => answer<Order | null>(number, number === "LS-20871" ? anOrder() : null);
  source = new CarefulSource({ byNumber, byEmail: (email) => answer(email, [anOrder()]) }, clock);
});

test("who asks twice, or at once with others, is told the same, and it is asked once", async () => {
  const told = await Promise.all([source.byNumber("LS-20871"), source.byNumber("LS-20871")]);
  expect(told).toEqual([anOrder(), anOrder()]);
  clock.advance(14_999);
  await source.byNumber("LS-20871");
  expect(asked).toEqual(["LS-20871"]);

  clock.advance(1);
  await source.byNumber("LS-20871");
  expect(asked).toEqual(["LS-20871", "LS-20871"]);
});

test("that an order is unknown is remembered as long as that it is known", async () => {
  for (const _ of [1, 2]) expect(await source.byNumber("LS-404")).toBeNull();

  expect(asked).toEqual(["LS-404"]);
});

test("numbers, addresses and how many are wanted are questions of their own", async () => {
  await source.byNumber("LS-1");
  await source.byNumber("LS-2");
  await source.byEmail(MARIA, 1);
  await source.byEmail(MARIA, 2);
  await source.byEmail(MARIA, 2);

  expect(asked).toEqual(["LS-1", "LS-2", MARIA, MARIA]);
});

test("a failure is not remembered", async () => {
  isDown = true;
  await expect(source.byNumber("LS-20871")).rejects.toThrow("It is broken.");
  isDown = false;

  expect(await source.byNumber("LS-20871")).toEqual(anOrder());
});

test("after three failures in a row it is left alone for half a minute, and tried once then", async () => {
  isDown = true;
  for (const number of ["1", "2", "3", "4"]) await expect(source.byNumber(number)).rejects.toThrow(SourceDown);
  expect(asked).toEqual(["1", "2", "3"]);

  clock.advance(30_000);
  for (const number of ["5", "6"]) await expect(source.byNumber(number)).rejects.toThrow(SourceDown);
  expect(asked).toEqual(["1", "2", "3", "5"]);

  clock.advance(30_000);
  isDown = false;
  expect(await source.byNumber("LS-20871")).toEqual(anOrder());
});

test("questions whose answers cannot be understood do not keep it from others", async () => {
  for (const number of ["odd1", "odd2", "odd3"]) await expect(source.byNumber(number)).rejects.toThrow(SourceDown);

  expect(await source.byNumber("LS-20871")).toEqual(anOrder());
});

test("they do not after a pause either", async () => {
  isDown = true;
  for (const number of ["1", "2", "3"]) await source.byNumber(number).catch(() => undefined);
  clock.advance(30_000);
  isDown = false;
  await expect(source.byNumber("odd")).rejects.toThrow("It is not understood.");

  expect(await source.byNumber("LS-20871")).toEqual(anOrder());
});

test("failures that are not in a row are forgiven", async () => {
  for (const number of ["1", "2", "3", "4", "5", "6"]) {
    isDown = number !== "3";
    await source.byNumber(number).catch(() => undefined);
  }

  expect(asked).toHaveLength(6);
});

test("what was told while it is left alone, and is not old, is told again", async () => {
  await source.byNumber("LS-20871");
  isDown = true;
  for (const number of ["1", "2", "3"]) await source.byNumber(number).catch(() => undefined);

  expect(await source.byNumber("LS-20871")).toEqual(anOrder());
});

test("it remembers some thousand answers, and forgets the oldest", async () => {
  for (let n = 0; n <= 1_000; n += 1) await source.byNumber(`LS-${n}`);
  asked = [];

  await source.byNumber("LS-1000");
  await source.byNumber("LS-0");

  expect(asked).toEqual(["LS-0"]);
});
