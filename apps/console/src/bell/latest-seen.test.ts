import { aSiteState } from "@shopbell/protocol/testing";
import type { SiteCard } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import { latestSeen } from "./latest-seen.ts";

function site(key: string, seenAt: number | null): SiteCard {
  return { key, name: key, origins: [], snippet: "", seenAt, seenOn: null, state: aSiteState() };
}

test("the bell that was seen last is the one to tell of", () => {
  expect(latestSeen([site("a", 5), site("b", 9), site("c", null)])?.key).toBe("b");
});

test("while no bell was seen there is nothing to tell", () => {
  expect(latestSeen([])).toBeNull();
  expect(latestSeen([site("a", null)])).toBeNull();
});
