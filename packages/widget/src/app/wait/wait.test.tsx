// @vitest-environment happy-dom
import type { LineState } from "@shopbell/client";
import { aMessage, byAgent, byVisitor } from "@shopbell/protocol/testing";
import type { ConversationEvent } from "@shopbell/protocol/types";
import { act, fireEvent } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { asked, aWaitingPage, ID, leavePage, TICKET } from "../../testing/a-waiting-page.ts";
import { knowing } from "../../testing/fake-line.ts";

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
  leavePage();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("the address goes to the relay as it was typed, and the box to write in keeps the focus until the visitor moves it", async () => {
  const page = await aWaitingPage({ mails: true });
  page.panel.getByRole("textbox", { name: "Your message" }).focus();

  page.type("E-mail address", " Haruka@mail.example ");
  page.press("Send me the answer");

  expect(page.requested()).toEqual([["request", ID, { email: "Haruka@mail.example" }]]);
  expect(page.root.activeElement).toBe(page.panel.getByRole("textbox", { name: "Your message" }));
});

test("what is no address is said beside the field, is not sent, and stays to be mended", async () => {
  const page = await aWaitingPage({ mails: true });
  page.type("E-mail address", "haruka");

  page.press("Send me the answer");

  const input = page.panel.getByLabelText<HTMLInputElement>("E-mail address");
  expect(page.panel.getByRole("alert").textContent).toMatch(/not an e-mail address/);
  expect(input.getAttribute("aria-describedby")).toBe(page.panel.getByRole("alert").id);
  expect(input.getAttribute("aria-invalid")).toBe("true");
  expect(input.value).toBe("haruka");
  expect(page.requested()).toEqual([]);
});

test("what the relay finds wrong is said beside the field, and goes when another address is typed", async () => {
  const page = await aWaitingPage({ mails: true });
  page.type("E-mail address", "haruka@mail");
  page.press("Send me the answer");

  act(() => page.line.know(problem("email-invalid")));

  expect(page.panel.getByRole("alert").textContent).toMatch(/not an e-mail address/);
  expect(page.panel.getByLabelText<HTMLInputElement>("E-mail address").value).toBe("haruka@mail");
});

test("an address that is under way is not sent twice", async () => {
  const page = await aWaitingPage(
    { mails: true },
    { requesting: { [ID]: { email: "haruka@mail.example", problem: null } } },
  );

  page.press("Saving…");

  expect(page.requested()).toEqual([]);
});

test("what could not be stored says so, with the address kept", async () => {
  const page = await aWaitingPage({ mails: true }, problem("storage-failed"));

  expect(page.panel.getByText(/was not saved/)).toBeDefined();
  expect(page.panel.getByLabelText<HTMLInputElement>("E-mail address").value).toBe("haruka@mail");
});

test("the ticket says number, time, whereto, and the way back", async () => {
  const page = await aWaitingPage({ mails: true });

  act(() => page.line.know({ requests: { [ID]: TICKET } }));

  expect(page.panel.getByText("#1042")).toBeDefined();
  expect(page.panel.getByText("Answered by 2 January 11:00")).toBeDefined();
  expect(page.panel.getByText(/goes to haruka@mail.example and appears here/)).toBeDefined();
  const address = `https://chat.example${TICKET.link}`;
  expect(page.panel.getByRole("link").getAttribute("href")).toBe(address);
  expect(page.panel.getByRole("img", { name: /QR/ }).getAttribute("src")).toBe(`${address}/qr.svg`);
});

test("a ticket whose time is past says so, and does not promise it again", async () => {
  const answersBy = Date.now() - 60_000;
  const page = await aWaitingPage({ mails: true }, { requests: { [ID]: { ...TICKET, answersBy } } });

  expect(page.panel.getByText(/^We said .* and are late\. You have not been forgotten\.$/)).toBeDefined();
  expect(page.panel.queryByText(/Answered by/)).toBeNull();
});

test("whether it is past is told by the relay's clock, and seen while nothing else happens", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] });
  const relayAheadMs = 3_600_000;
  const request = { ...TICKET, answersBy: Date.now() + relayAheadMs + 30_000 };
  const page = await aWaitingPage({ mails: true }, { relayAheadMs, requests: { [ID]: request } });
  expect(page.panel.getByText(/^Answered by/)).toBeDefined();

  act(() => void vi.advanceTimersByTime(60_000));

  expect(page.panel.getByText(/are late/)).toBeDefined();
});

test("a ticket that is left without an address after mail came back has its number and its link, and the answer appears here", async () => {
  const page = await aWaitingPage({}, { requests: { [ID]: { ...TICKET, email: null } } });

  expect(page.panel.getByText("#1042")).toBeDefined();
  expect(page.panel.getByText(/We answer here/)).toBeDefined();
  expect(page.panel.getByRole("link").getAttribute("href")).toContain(TICKET.link);

  const entries = [asked(), aMessage({ seq: 2, author: byAgent(), at: Date.now() })];
  act(() => page.line.know(knowing(ID, { entries })));
  expect(page.panel.getByText("#1042 · the answer appears here")).toBeDefined();
});

test("a telephone number runs from left to right within any sentence", async () => {
  const request = { ...TICKET, email: null, phone: "+351210000142" };
  const page = await aWaitingPage({ callsBack: true }, { requests: { [ID]: request } });

  expect(page.panel.getByText(/We call you at/).textContent).toContain("\u2066+351210000142\u2069");
});

test("the log is what was said: a card is not read out in it, and is told of in a place of its own", async () => {
  const page = await aWaitingPage({ mails: true });
  const log = page.panel.getByRole("log");
  const told = page.root.querySelector("[aria-live]");

  expect(log.querySelector("form, [role=alert]")).toBeNull();
  expect(log.contains(told)).toBe(false);
  expect(told?.textContent).toBe("Where shall we answer?");

  act(() => page.line.know({ requests: { [ID]: TICKET } }));
  expect(told?.textContent).toContain("#1042");
});

test("another address can be left, or the one that was kept", async () => {
  const page = await aWaitingPage({ mails: true }, { requests: { [ID]: TICKET } });

  page.press(/Change/);
  expect(page.panel.getByLabelText<HTMLInputElement>("E-mail address").value).toBe("haruka@mail.example");
  page.press("Leave it as it was");
  expect(page.panel.getByText("#1042")).toBeDefined();

  page.press(/Change/);
  page.type("E-mail address", "mori@mail.example");
  page.press("Send me the answer");
  expect(page.requested()).toEqual([["request", ID, { email: "mori@mail.example" }]]);
});

test("somebody who would rather be called leaves a number, and one of the times that the shop offers", async () => {
  const page = await aWaitingPage({ mails: true, callsBack: true });
  page.press("Call me back instead");
  await page.panel.findByRole("option", { name: "2 January 10:00" });
  page.type("Telephone number", "+351 21 000 0142");
  const at = new Date(2046, 0, 2, 10).getTime();
  fireEvent.input(page.panel.getByRole("combobox"), { target: { value: `${at}` } });

  page.press("Call me back");

  expect(page.requested()).toEqual([["request", ID, { phone: "+351 21 000 0142", callAt: at }]]);
});

test("where the shop knows an address, a number comes on top of it, and the other way round", async () => {
  const page = await aWaitingPage({ mails: true, callsBack: true }, { requests: { [ID]: TICKET } });
  page.press(/Change/);

  page.press("Call me back as well");

  expect(page.panel.getByRole("button", { name: "Send me an e-mail as well" })).toBeDefined();
});

test("a shop that does not call back does not offer it, and one that does not mail asks for a number", async () => {
  const mails = await aWaitingPage({ mails: true });
  expect(mails.panel.queryByText("Call me back instead")).toBeNull();
  leavePage();

  const calls = await aWaitingPage({ callsBack: true });
  expect(calls.panel.getByLabelText("Telephone number")).toBeDefined();
  expect(calls.panel.queryByText("Send me an e-mail instead")).toBeNull();
});

test("a shop that can reach nobody asks for nothing, and says the conversation's number where it is known", async () => {
  const page = await aWaitingPage({});
  expect(page.root.querySelector(".card")?.textContent).not.toContain("#");
  const head = { id: ID, state: "open", lastSeq: 1, lastMessage: null, seen: { visitor: 0, agent: 0 } } as const;

  act(() => page.line.know({ conversations: [{ ...head, number: 1042, request: null }] }));

  expect(page.panel.getByText("#1042")).toBeDefined();

  expect(page.panel.getByText("Your message has arrived.")).toBeDefined();
  expect(page.panel.queryByLabelText("E-mail address")).toBeNull();
});

test("in opening hours somebody is called first, and after five minutes the visitor is asked where to answer", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const page = await aWaitingPage({ availability: "away", closesAt: Date.now() + 3_600_000, mails: true, calls: true });
  expect(page.panel.getByText("We are calling someone")).toBeDefined();

  act(() => void vi.advanceTimersByTime(301_000));

  expect(page.panel.queryByText("We are calling someone")).toBeNull();
  expect(page.panel.getByLabelText("E-mail address")).toBeDefined();
});

test("the five minutes are the relay's, whatever the device's clock says", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const relayAheadMs = 3_600_000;
  const entries = [aMessage({ at: Date.now() + relayAheadMs })];
  const site = { availability: "away", closesAt: Date.now() + 7_200_000, mails: true, calls: true } as const;
  const page = await aWaitingPage(site, { relayAheadMs: 0 }, entries);
  act(() => page.line.know({ relayAheadMs }));

  act(() => void vi.advanceTimersByTime(299_000));
  expect(page.panel.getByText("We are calling someone")).toBeDefined();

  act(() => void vi.advanceTimersByTime(2_000));
  expect(page.panel.getByLabelText("E-mail address")).toBeDefined();
});

test("an answer puts the ticket aside, as one line", async () => {
  const page = await aWaitingPage({ mails: true }, { requests: { [ID]: TICKET } });

  const entries = [asked(), aMessage({ seq: 2, author: byAgent(), at: Date.now() })];
  act(() => page.line.know(knowing(ID, { entries })));

  expect(page.panel.getByText("#1042 · answer also goes to haruka@mail.example")).toBeDefined();
  expect(page.root.querySelector("details")?.open).toBe(false);
});

test("an address that mail came back from is named, to be mended, whoever is there", async () => {
  const bounced = anEvent({ event: "bounced", by: { kind: "rule" }, address: "haruka@mial.example" });
  const page = await aWaitingPage({ availability: "available", mails: true }, {}, [asked(), bounced]);

  expect(page.panel.getByText(/came back from haruka@mial.example/)).toBeDefined();
  expect(page.panel.getByLabelText<HTMLInputElement>("E-mail address").value).toBe("haruka@mial.example");
});

test("what went out by mail is told where it happened; what only agents need is not", async () => {
  const mailed = anEvent({ event: "mailed", by: { kind: "rule" }, address: "haruka@mail.example" });
  const snoozed = anEvent({ seq: 3, event: "snoozed", by: byAgent() });
  const page = await aWaitingPage({ availability: "available" }, {}, [asked(), mailed, snoozed]);

  expect(page.panel.getByText(/^Also sent to haruka@mail.example at /)).toBeDefined();
  expect(page.root.querySelectorAll(".event")).toHaveLength(1);
});
