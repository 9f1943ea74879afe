import { expect, test } from "vitest";
import { deskSearch, parseSearch, signInSearch, stringifySearch } from "./search.ts";

test("an id that consists of digits comes back as the text it was", () => {
  const open = "12345678901234567890123456789012,00000000000000000000000000000001";

  expect(stringifySearch({ open })).toBe(`?open=${open}`);
  expect(deskSearch(parseSearch(stringifySearch({ open, tab: undefined })))).toEqual({ open });
});

test("an unknown tab falls away", () => {
  expect(deskSearch({ tab: "queue" })).toEqual({ tab: "queue" });
  expect(deskSearch({ tab: "toString" })).toEqual({});
});

test("the way back survives the way to the sign-in", () => {
  const search = { back: "/?tab=queue&open=a,b", ended: true as const };

  expect(signInSearch(parseSearch(stringifySearch(search)))).toEqual(search);
  expect(stringifySearch({})).toBe("");
});
