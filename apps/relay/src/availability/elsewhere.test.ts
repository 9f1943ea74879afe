import { expect, test } from "vitest";
import { Elsewhere } from "./elsewhere.ts";

const ana = { id: "ana", name: "Ana", photo: null };
const bo = { id: "bo", name: "Bo", photo: null };

test("the people of another relay are believed for as long as it was said they should be", () => {
  const elsewhere = new Elsewhere();
  elsewhere.learn([{ relayId: "a", people: [ana], validMs: 100 }], 1_000);
  elsewhere.learn([{ relayId: "b", people: [bo], validMs: 200 }], 1_000);

  expect(elsewhere.people(1_099)).toEqual([ana, bo]);
  expect(elsewhere.people(1_100)).toEqual([bo]);
  expect(elsewhere.people(1_200)).toEqual([]);
});

test("a relay that says that nobody is there any more is believed at once", () => {
  const elsewhere = new Elsewhere();
  elsewhere.learn([{ relayId: "a", people: [ana], validMs: 100 }], 1_000);
  expect(elsewhere.people(1_001)).toEqual([ana]);

  elsewhere.learn([{ relayId: "a", people: [], validMs: 100 }], 1_001);

  expect(elsewhere.people(1_001)).toEqual([]);
});

test("a board that lost everything takes nobody away before their time", () => {
  const elsewhere = new Elsewhere();
  elsewhere.learn([{ relayId: "a", people: [ana], validMs: 100 }], 1_000);

  elsewhere.learn([], 1_001);

  expect(elsewhere.people(1_099)).toEqual([ana]);
});
