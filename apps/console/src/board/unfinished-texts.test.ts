// @vitest-environment happy-dom
import { aConversationId } from "@shopbell/protocol/testing";
import { beforeEach, expect, test, vi } from "vitest";
import { unfinishedTexts } from "./unfinished-texts.ts";

const [ONE, OTHER] = [aConversationId(1), aConversationId(2)];

beforeEach(() => localStorage.clear());

test("an unfinished text is found again after a reload, each conversation has its own", () => {
  unfinishedTexts(localStorage, "ana").write(ONE, "Then 43.");

  expect(unfinishedTexts(localStorage, "ana").read(ONE)).toBe("Then 43.");
  expect(unfinishedTexts(localStorage, "ana").read(OTHER)).toBe("");
});

test("another agent on the same computer does not find it", () => {
  unfinishedTexts(localStorage, "ana").write(ONE, "Then 43.");

  expect(unfinishedTexts(localStorage, "joao").read(ONE)).toBe("");
});

test("an empty text leaves nothing on the device", () => {
  const texts = unfinishedTexts(localStorage, "ana");
  texts.write(ONE, "Then 43.");
  expect(localStorage.length).toBe(1);

  texts.write(ONE, "");

  expect(localStorage.length).toBe(0);
});

test("a full storage does not stop somebody from writing", () => {
  const complaint = vi.spyOn(console, "error").mockReturnValue();
  const full = {
    ...localStorage,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };

  expect(() => unfinishedTexts(full as unknown as Storage, "ana").write(ONE, "Then 43.")).not.toThrow();
  expect(complaint).toHaveBeenCalledOnce();
  complaint.mockRestore();
});
