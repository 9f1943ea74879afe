import { beforeEach, expect, test } from "vitest";
import { aConversation } from "../testing/builders.ts";
import { TestClock } from "../testing/test-clock.ts";
import { NAMES_LIFE_MS, SharedHeads } from "./heads.ts";

const conversation = aConversation();

let clock: TestClock;
let heads: SharedHeads;
beforeEach(() => {
  clock = new TestClock();
  heads = new SharedHeads(clock);
});

test("names are remembered for a minute at most", () => {
  heads.current().remember(conversation);
  clock.advance(NAMES_LIFE_MS - 1);
  expect(heads.current().recall(conversation.id)).toBe(conversation);

  clock.advance(1);

  expect(heads.current().recall(conversation.id)).toBeUndefined();
});

test("a group that was under way when everything was forgotten leaves nothing of before", () => {
  const underWay = heads.current();
  heads.forget();

  underWay.remember(conversation);

  expect(heads.current().recall(conversation.id)).toBeUndefined();
});

test("what nobody writes in makes room", () => {
  const ids = Array.from({ length: 6_000 }, (_, number) => `conversation ${number}` as typeof conversation.id);

  for (const id of ids) heads.current().remember({ ...conversation, id });

  const left = ids.filter((id) => heads.current().recall(id));
  expect(left).toEqual(ids.slice(-5_000));
});
