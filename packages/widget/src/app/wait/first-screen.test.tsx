// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { aWaitingPage, leavePage, TICKET } from "../../testing/a-waiting-page.ts";

afterEach(leavePage);

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

  expect(page.panel.getByRole("heading").textContent).toBe("We are closed, but your question is safe with us.");
  expect(page.root.querySelector(".promise")?.textContent).toMatch(promise);
});

test("a shop that opens within the hour says in how many minutes, and one that promises nothing says nothing", async () => {
  const page = await aWaitingPage({ opensAt: Date.now() + 54.5 * 60_000 });
  page.press("Back");

  expect(page.panel.getByRole("heading").textContent).toBe("We open in 55 minutes. Your question is safe with us.");
  expect(page.root.querySelector(".promise")).toBeNull();
});
