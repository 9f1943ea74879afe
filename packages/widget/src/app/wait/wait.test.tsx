// @vitest-environment happy-dom
import type { LineState } from "@shopbell/client";
import { aConversationId, aMessage, aSiteState, byAgent, byVisitor } from "@shopbell/protocol/testing";
import type { ConversationEvent, Entry, RequestCard, SiteState } from "@shopbell/protocol/types";
import { act, fireEvent, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Say } from "../../contract.ts";
import { aHandover } from "../../testing/a-handover.ts";
import { aLine, knowing } from "../../testing/fake-line.ts";
import { openCounter } from "../counter.ts";
import { wordsFor } from "../words.ts";

const ID = aConversationId();
const ASKED = () => aMessage({ at: Date.now() });
const TICKET: RequestCard = {
  email: "haruka@mail.example",
  phone: null,
  answersBy: new Date(2046, 0, 2, 11).getTime(),
  link: "/r/1042-abcdefghijklmnopqrstuvwxyz",
};
let say: Say | undefined;

/** The conversation of somebody who wrote to a shop where nobody is. */
async function aPage(site: Partial<SiteState>, changes: Partial<LineState> = {}, entries: Entry[] = [ASKED()]) {
  localStorage.setItem("shopbell:lisboa:open", `1${ID}`);
  const handover = aHandover();
  const line = aLine({
    ...knowing(ID, { entries }),
    site: aSiteState({ availability: "closed", ...site }),
    ...changes,
  });
  act(() => {
    say = openCounter(handover, line, wordsFor(["en-GB"], "ltr"));
  });
  await vi.dynamicImportSettled();
  act(() => line.know({}));
  const root = handover.bell.getRootNode() as ShadowRoot;
  const panel = within(root.querySelector<HTMLElement>(".sb") as HTMLElement);
  const type = (label: string, value: string) => fireEvent.input(panel.getByLabelText(label), { target: { value } });
  const press = (name: string | RegExp) => fireEvent.click(panel.getByRole("button", { name }));
  return {
    ...handover,
    line,
    panel,
    root,
    type,
    press,
    asked: () => line.asked.filter(([name]) => name === "request"),
  };
}

function anEvent(changes: Partial<ConversationEvent>): ConversationEvent {
  return { kind: "event", seq: 2, at: Date.now(), event: "requested", by: byVisitor(), ...changes };
}

function problem(code: "email-invalid" | "phone-invalid" | "storage-failed", asked = {}): Partial<LineState> {
  return { requesting: { [ID]: { email: "haruka@mail", problem: code, ...asked } } };
}

beforeEach(() => {
  vi.stubGlobal("fetch", async () => Response.json({ times: [new Date(2046, 0, 2, 10).getTime()] }));
});
afterEach(() => {
  act(() => say?.("destroy"));
  localStorage.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("the address goes to the relay as it was typed, and the box to write in keeps the focus until the visitor moves it", async () => {
  const page = await aPage({ mails: true });
  page.panel.getByRole("textbox", { name: "Your message" }).focus();

  page.type("E-mail address", " Haruka@mail.example ");
  page.press("Send me the answer");

  expect(page.asked()).toEqual([["request", ID, { email: "Haruka@mail.example" }]]);
  expect(page.root.activeElement).toBe(page.panel.getByRole("textbox", { name: "Your message" }));
});

test("what is no address is said beside the field, is not sent, and stays to be mended", async () => {
  const page = await aPage({ mails: true });
  page.type("E-mail address", "haruka");

  page.press("Send me the answer");

  const input = page.panel.getByLabelText<HTMLInputElement>("E-mail address");
  expect(page.panel.getByRole("alert").textContent).toMatch(/not an e-mail address/);
  expect(input.getAttribute("aria-describedby")).toBe(page.panel.getByRole("alert").id);
  expect(input.getAttribute("aria-invalid")).toBe("true");
  expect(input.value).toBe("haruka");
  expect(page.asked()).toEqual([]);
});

test("what the relay finds wrong is said beside the field, and goes when another address is typed", async () => {
  const page = await aPage({ mails: true });
  page.type("E-mail address", "haruka@mail");
  page.press("Send me the answer");

  act(() => page.line.know(problem("email-invalid")));

  expect(page.panel.getByRole("alert").textContent).toMatch(/not an e-mail address/);
  expect(page.panel.getByLabelText<HTMLInputElement>("E-mail address").value).toBe("haruka@mail");
});

test("an address that is under way is not sent twice", async () => {
  const page = await aPage({ mails: true }, { requesting: { [ID]: { email: "haruka@mail.example", problem: null } } });

  page.press("Saving…");

  expect(page.asked()).toEqual([]);
});

test("what could not be stored says so, with the address kept", async () => {
  const page = await aPage({ mails: true }, problem("storage-failed"));

  expect(page.panel.getByText(/was not saved/)).toBeDefined();
  expect(page.panel.getByLabelText<HTMLInputElement>("E-mail address").value).toBe("haruka@mail");
});

test("the ticket says number, time, whereto, and the way back", async () => {
  const page = await aPage({ mails: true });

  act(() => page.line.know({ requests: { [ID]: TICKET } }));

  expect(page.panel.getByText("#1042")).toBeDefined();
  expect(page.panel.getByText("Answered by 2 January 11:00")).toBeDefined();
  expect(page.panel.getByText(/goes to haruka@mail.example and appears here/)).toBeDefined();
  const address = `https://chat.example${TICKET.link}`;
  expect(page.panel.getByRole("link").getAttribute("href")).toBe(address);
  expect(page.panel.getByRole("img", { name: /QR/ }).getAttribute("src")).toBe(`${address}/qr.svg`);
});

test("another address can be left, or the one that was kept", async () => {
  const page = await aPage({ mails: true }, { requests: { [ID]: TICKET } });

  page.press(/Change/);
  expect(page.panel.getByLabelText<HTMLInputElement>("E-mail address").value).toBe("haruka@mail.example");
  page.press("Leave it as it was");
  expect(page.panel.getByText("#1042")).toBeDefined();

  page.press(/Change/);
  page.type("E-mail address", "mori@mail.example");
  page.press("Send me the answer");
  expect(page.asked()).toEqual([["request", ID, { email: "mori@mail.example" }]]);
});

test("somebody who would rather be called leaves a number, and one of the times that the shop offers", async () => {
  const page = await aPage({ mails: true, callsBack: true });
  page.press("Call me back instead");
  await page.panel.findByRole("option", { name: "2 January 10:00" });
  page.type("Telephone number", "+351 21 000 0142");
  const at = new Date(2046, 0, 2, 10).getTime();
  fireEvent.input(page.panel.getByRole("combobox"), { target: { value: `${at}` } });

  page.press("Call me back");

  expect(page.asked()).toEqual([["request", ID, { phone: "+351 21 000 0142", callAt: at }]]);
});

test("a shop that does not call back does not offer it, and one that does not mail asks for a number", async () => {
  const mails = await aPage({ mails: true });
  expect(mails.panel.queryByText("Call me back instead")).toBeNull();
  act(() => say?.("destroy"));

  const calls = await aPage({ callsBack: true });
  expect(calls.panel.getByLabelText("Telephone number")).toBeDefined();
  expect(calls.panel.queryByText("Send me an e-mail instead")).toBeNull();
});

test("a shop that can reach nobody asks for nothing", async () => {
  const page = await aPage({});

  expect(page.panel.getByText("Your message has arrived.")).toBeDefined();
  expect(page.panel.queryByLabelText("E-mail address")).toBeNull();
});

test("in opening hours somebody is called first, and after five minutes the visitor is asked where to answer", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const page = await aPage({ availability: "away", closesAt: Date.now() + 3_600_000, mails: true });
  expect(page.panel.getByText("We are calling someone")).toBeDefined();

  act(() => void vi.advanceTimersByTime(301_000));

  expect(page.panel.queryByText("We are calling someone")).toBeNull();
  expect(page.panel.getByLabelText("E-mail address")).toBeDefined();
});

test("an answer puts the ticket aside, as one line", async () => {
  const page = await aPage({ mails: true }, { requests: { [ID]: TICKET } });

  const entries = [ASKED(), aMessage({ seq: 2, author: byAgent(), at: Date.now() })];
  act(() => page.line.know(knowing(ID, { entries })));

  expect(page.panel.getByText("#1042 · answer also goes to haruka@mail.example")).toBeDefined();
  expect(page.root.querySelector("details")?.open).toBe(false);
});

test("an address that mail came back from is named, to be mended, whoever is there", async () => {
  const bounced = anEvent({ event: "bounced", by: { kind: "rule" }, address: "haruka@mial.example" });
  const page = await aPage({ availability: "available", mails: true }, {}, [ASKED(), bounced]);

  expect(page.panel.getByText(/came back from haruka@mial.example/)).toBeDefined();
  expect(page.panel.getByLabelText<HTMLInputElement>("E-mail address").value).toBe("haruka@mial.example");
});

test("what went out by mail is told where it happened; what only agents need is not", async () => {
  const mailed = anEvent({ event: "mailed", by: { kind: "rule" }, address: "haruka@mail.example" });
  const snoozed = anEvent({ seq: 3, event: "snoozed", by: byAgent() });
  const page = await aPage({ availability: "available" }, {}, [ASKED(), mailed, snoozed]);

  expect(page.panel.getByText(/^Also sent to haruka@mail.example at /)).toBeDefined();
  expect(page.root.querySelectorAll(".event")).toHaveLength(1);
});

test("the bell's name says when a closed shop opens", async () => {
  const page = await aPage({ opensAt: new Date(2046, 0, 2, 10).getTime() });
  act(() => say?.("close"));

  expect(page.bell.getAttribute("aria-label")).toBe(
    "Chat with Lisboa Shoes: closed, opens 2 January 10:00 (your time)",
  );
});

test.each([
  [{ mails: true }, /^A person answers by 2 January 11:00\. We ask for your e-mail after you send\.$/],
  [{ mails: false }, /^A person answers by 2 January 11:00\.$/],
])("the first screen of a closed shop says by when a person answers: %j", async (changes, promise) => {
  const page = await aPage({ ...changes, answersBy: TICKET.answersBy });
  page.press("Back");

  expect(page.panel.getByRole("heading").textContent).toBe("We are closed, but your question is safe with us.");
  expect(page.root.querySelector(".promise")?.textContent).toMatch(promise);
});

test("a shop that opens within the hour says in how many minutes, and one that promises nothing says nothing", async () => {
  const page = await aPage({ opensAt: Date.now() + 54.5 * 60_000 });
  page.press("Back");

  expect(page.panel.getByRole("heading").textContent).toBe("We open in 55 minutes. Your question is safe with us.");
  expect(page.root.querySelector(".promise")).toBeNull();
});
