// @vitest-environment happy-dom
import { aConversationId } from "@shopbell/protocol/testing";
import { beforeEach, expect, test, vi } from "vitest";
import { composerDrafts } from "./composer-drafts.ts";

const [ONE, OTHER] = [aConversationId(1), aConversationId(2)];

beforeEach(() => localStorage.clear());

test("a draft is found again after a reload, each conversation has its own", () => {
  composerDrafts(localStorage, "ana").write(ONE, "Then 43.");

  expect(composerDrafts(localStorage, "ana").read(ONE)).toBe("Then 43.");
  expect(composerDrafts(localStorage, "ana").read(OTHER)).toBe("");
});

test("another agent on the same computer does not find it", () => {
  composerDrafts(localStorage, "ana").write(ONE, "Then 43.");

  expect(composerDrafts(localStorage, "joao").read(ONE)).toBe("");
});

test("an empty draft leaves nothing on the device", () => {
  const drafts = composerDrafts(localStorage, "ana");
  drafts.write(ONE, "Then 43.");
  expect(localStorage.length).toBe(1);

  drafts.write(ONE, "");

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

  expect(() => composerDrafts(full as unknown as Storage, "ana").write(ONE, "Then 43.")).not.toThrow();
  expect(complaint).toHaveBeenCalledOnce();
  complaint.mockRestore();
});
