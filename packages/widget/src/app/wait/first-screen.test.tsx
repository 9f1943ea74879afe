// @vitest-environment happy-dom
import { act } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { aWaitingPage, leavePage, TICKET } from "../../testing/a-waiting-page.ts";

afterEach(() => {
  leavePage();
  vi.useRealTimers();
});

test("the bell's name says when a closed shop opens", async () => {
  const page = await aWaitingPage({ opensAt: new Date(2046, 0, 2, 10).getTime() });
  page.close();

  expect(page.bell.getAttribute("aria-label")).toBe(
    "Chat with Lisboa Shoes: closed, opens 2 January 10:00 (your time)",
  );
});

test.each([
  [{ mails: true }, /^A person answers by 2 January 11:00\. We ask for your e-mail after you send\.$/],
  [{ mails: false }, /^A person answers by 2 January 11:00\.$/],
])("the first screen of a closed shop says by when a person answers: %j", async (changes, promise) => {
  const page = await aWaitingPage({ ...changes, answersBy: TICKET.answersBy });
  page.press("Back");

  expect(page.root.querySelector(".greet")?.textContent).toBe("We are closed, but your question is safe with us.");
  expect(page.root.querySelector(".promise")?.textContent).toMatch(promise);
});

test("a shop that opens within the hour says in how many minutes, and one that promises nothing says nothing", async () => {
  const page = await aWaitingPage({ opensAt: Date.now() + 54.5 * 60_000 });
  page.press("Back");

  expect(page.root.querySelector(".greet")?.textContent).toBe("We open in 55 minutes. Your question is safe with us.");
  expect(page.root.querySelector(".promise")).toBeNull();
});

test("the minutes pass on a quiet line too, and a time that is past is promised no more", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] });
  const page = await aWaitingPage({ opensAt: Date.now() + 61 * 60_000, answersBy: Date.now() + 90_000 });
  page.press("Back");
  expect(page.root.querySelector(".greet")?.textContent).toMatch(/^We are closed/);
  expect(page.root.querySelector(".promise")).not.toBeNull();

  act(() => void vi.advanceTimersByTime(120_000));

  expect(page.root.querySelector(".greet")?.textContent).toMatch(/^We open in 59 minutes/);
  expect(page.root.querySelector(".promise")).toBeNull();

  page.close();
  expect(vi.getTimerCount()).toBe(0);
});
