import type { OrderSourceState } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import { mintedSecret } from "./minted-secret.ts";
import { answersOf, editOf, faultsOf, forgetsSecret, isFaulty, isUnsaved, keepsSecret } from "./source-answers.ts";

const SAVED: OrderSourceState = {
  kind: "woocommerce",
  url: "https://shop.example",
  key: "ck_1",
  shop: null,
  hasSecret: true,
  stored: 0,
};
const KEPT = answersOf("woocommerce", SAVED);

test("a secret that is not typed is not sent", () => {
  expect(editOf(KEPT)).toEqual({ kind: "woocommerce", url: "https://shop.example", key: "ck_1" });
  expect(isUnsaved(KEPT, SAVED)).toBe(false);
});

test("another kind begins with empty fields", () => {
  const empty = { url: "", key: "", shop: "", secret: "" };

  for (const kind of ["endpoint", "shopify"] as const) expect(answersOf(kind, SAVED)).toEqual({ kind, ...empty });
});

test("only another kind forgets the secret that is kept, and only where there is one", () => {
  expect(forgetsSecret(KEPT, SAVED)).toBe(false);
  expect(forgetsSecret(answersOf("off", SAVED), SAVED)).toBe(true);
  expect(forgetsSecret(answersOf("off", SAVED), { ...SAVED, hasSecret: false })).toBe(false);
});

test("the secret that is kept is for what was asked before, and for nothing else", () => {
  const elsewhere = { ...KEPT, url: "https://other.example" };

  expect(keepsSecret(KEPT, SAVED)).toBe(true);
  expect(keepsSecret(elsewhere, SAVED)).toBe(false);
  expect(faultsOf(elsewhere, SAVED).secret).toContain("type the secret once more");
  expect(isFaulty(faultsOf({ ...elsewhere, secret: "cs_12345678" }, SAVED))).toBe(false);
});

test.each([
  [{ kind: "endpoint", url: "ftp://shop.example" }, "url"],
  [{ kind: "endpoint", url: "https://shop.example/orders" }, "secret"],
  [{ kind: "woocommerce", key: " " }, "key"],
  [{ kind: "shopify", shop: "lisboa-shoes.example" }, "shop"],
] as const)("%j is refused for its %s", (changes, field) => {
  expect(faultsOf({ ...KEPT, ...changes }, SAVED)[field]).not.toBeNull();
});

test("what does not ask anybody needs nothing", () => {
  for (const kind of ["off", "stored"] as const) {
    const answers = { ...KEPT, kind, url: "nonsense" };
    expect(isFaulty(faultsOf(answers, SAVED))).toBe(false);
    expect(editOf(answers)).toEqual({ kind });
  }
});

test("a minted secret is 256 bits that an address and a header can carry, another one each time", () => {
  expect(mintedSecret()).toMatch(/^[\w-]{43}$/);
  expect(mintedSecret()).not.toBe(mintedSecret());
});
