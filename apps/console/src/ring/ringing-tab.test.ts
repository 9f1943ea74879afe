import { expect, test, vi } from "vitest";
import { ringingTab } from "./ringing-tab.ts";

function tabsOf(agentId: string, count: number) {
  return Array.from({ length: count }, () => ringingTab(agentId, navigator.locks));
}

test("of several tabs of an agent one rings, and another when that one is closed", async () => {
  const [first, second, third] = tabsOf("ana", 3);
  const ringing = () => [first, second, third].map((tab) => tab?.rings);
  await vi.waitFor(() => expect(ringing()).toEqual([true, false, false]));

  second?.leave();
  first?.leave();

  await vi.waitFor(() => expect(ringing()).toEqual([false, false, true]));
  third?.leave();
});

test("two agents in one browser each hear their own", async () => {
  const [anas] = tabsOf("ana", 1);
  const [joaos] = tabsOf("joao", 1);

  await vi.waitFor(() => expect([anas?.rings, joaos?.rings]).toEqual([true, true]));
  anas?.leave();
  joaos?.leave();
});

test("where there are no locks, or none are allowed, every tab rings", async () => {
  const forbidden = { request: () => Promise.reject(new DOMException("", "SecurityError")) };
  const refused = ringingTab("ana", forbidden as unknown as LockManager);

  expect(ringingTab("ana", undefined).rings).toBe(true);
  await vi.waitFor(() => expect(refused.rings).toBe(true));
});
