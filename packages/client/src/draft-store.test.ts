import { aConversationId } from "@shopbell/protocol/testing";
import { expect, test } from "vitest";
import { newDraft } from "./draft.ts";
import { draftStore } from "./draft-store.ts";
import { forgetVisitor, memoryStorage, storagePrefix } from "./visitor-storage.ts";

const DAY_MS = 24 * 3_600_000;

test("[S1] drafts come back after a reload, oldest first", () => {
  const storage = memoryStorage();
  const store = draftStore(storage, "shopbell:k:out:", () => 100);
  store.keep(newDraft(aConversationId(), "second", 20));
  store.keep(newDraft(aConversationId(), "first", 10));

  expect(
    draftStore(storage, "shopbell:k:out:", () => 100)
      .load()
      .map((draft) => draft.text),
  ).toEqual(["first", "second"]);
});

test("[S1] a draft older than a day is let go, one from another site is not ours", () => {
  const storage = memoryStorage();
  draftStore(storage, "shopbell:k:out:", () => 0).keep(newDraft(aConversationId(), "old", 0));
  draftStore(storage, "shopbell:other:out:", () => 0).keep(newDraft(aConversationId(), "theirs", DAY_MS));

  expect(draftStore(storage, "shopbell:k:out:", () => DAY_MS).load()).toEqual([]);
  expect(Object.keys(storage)).toEqual([expect.stringContaining("shopbell:other:out:")]);
});

test("a value that is not ours under our prefix, and a full storage, disturb nothing", () => {
  const storage = memoryStorage();
  storage.setItem("shopbell:k:out:x", "{not json");
  storage.setItem("shopbell:k:out:y", "null");
  const store = draftStore(storage, "shopbell:k:out:", () => 0);
  expect(store.load()).toEqual([]);
  Object.getPrototypeOf(storage).setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };

  expect(() => store.keep(newDraft(aConversationId(), "kept in memory", 0))).not.toThrow();
});

test("forgetting takes everything of the site, and nothing of anybody else", () => {
  const storage = memoryStorage();
  storage.setItem(`${storagePrefix("k")}token`, "t");
  storage.setItem(`${storagePrefix("k")}open`, "1");
  storage.setItem(`${storagePrefix("k2")}token`, "theirs");
  storage.setItem("cart", "[]");

  forgetVisitor(storage, "k");

  expect(Object.keys(storage)).toEqual([`${storagePrefix("k2")}token`, "cart"]);
});

test("characters that no relay can store are taken out of a draft", () => {
  expect(newDraft(aConversationId(), " a\0b\ud800 ", 0).text).toBe("ab\ufffd");
  // A title that was cut inside an emoji.
  const page = { url: "/a\0", title: "\ud83d" };
  expect(newDraft(aConversationId(), "hi", 0, { page }).page).toEqual({ url: "/a", title: "\ufffd" });
});
