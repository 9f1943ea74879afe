import { aConversationId } from "@shopbell/protocol/testing";
import { expect, test } from "vitest";
import { openParam, openParamWith, panesIn } from "./board-address.ts";

const [A, B] = [aConversationId(1), aConversationId(2)];

test("the address brings back the panes of a board in their places", () => {
  expect(panesIn(openParam([B, A]))).toEqual([B, A]);
  expect(openParam([])).toBeUndefined();
  expect(panesIn(undefined)).toEqual([]);
});

test("what is no conversation, is named twice, or is one too many is passed over", () => {
  expect(panesIn(`${A},nonsense,${A},../x,${B}`)).toEqual([A, B]);
  expect(panesIn([1, 2, 3, 4, 5].map(aConversationId).join())).toHaveLength(4);
});

test("a notification's conversation joins the board, in the last place of a full one", () => {
  const full = [1, 2, 3, 4].map(aConversationId);

  expect(panesIn(openParamWith(undefined, A))).toEqual([A]);
  expect(panesIn(openParamWith(openParam([A, B]), A))).toEqual([A, B]);
  expect(panesIn(openParamWith(openParam(full), aConversationId(5)))).toEqual([
    ...full.slice(0, 3),
    aConversationId(5),
  ]);
});
