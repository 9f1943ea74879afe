// @vitest-environment happy-dom
import { aSiteState } from "@shopbell/protocol/testing";
import type { MailState, Me, Promises, SiteCard, SiteHours } from "@shopbell/protocol/types";
import { RouterProvider } from "@tanstack/react-router";
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { consoleRouter } from "../app/router.tsx";
import { lineOf } from "../line/opened-lines.ts";
import { aFakeLine } from "../testing/fake-line.ts";
import { aMe, aQueryClient, button, press, renderWith, the, typeInto } from "../testing/render.tsx";
import { usualHours } from "./hours/week.ts";

vi.mock("../line/opened-lines.ts");
vi.mock("../ring/bell-sound.ts"); // there is no sound here

const HOURS = "/v1/agent/sites/lisboa-shoes/hours";
const PREVIEW = { availability: "away", opensAt: null, closesAt: null, answersBy: null, exception: null };
const MAIL_OFF = { state: "off", address: null, error: null, testedAt: null } as const;

type Answer = () => unknown;
let sent: { asked: string; body: unknown }[] = [];
let remove = () => {};

function aSite(key: string, name: string): SiteCard {
  return { key, name, origins: [], snippet: "", seenAt: null, seenOn: null, state: aSiteState() };
}

function someMail(changes: Partial<MailState> = {}): MailState {
  return { out: MAIL_OFF, in: { ...MAIL_OFF, via: null }, waiting: 0, dead: [], ...changes };
}

/** Opens an address of the settings, with a relay that answers `GET /path` and the like as given, and 204 to all else. */
async function visit(address: string, answers: Record<string, Answer>, me: Partial<Me> = {}) {
  const sites = [aSite("lisboa-shoes", "Lisboa Shoes"), aSite("porto-hats", "Porto Hats")];
  const all: Record<string, Answer> = {
    "GET /v1/agent/me": () => aMe({ sites, ...me }),
    "POST /v1/agent/sites/lisboa-shoes/preview": () => PREVIEW,
    ...answers,
  };
  vi.stubGlobal("fetch", async (path: string, { method, body }: { method: string; body?: string }) => {
    const asked = `${method} ${path}`;
    if (method !== "GET") sent.push({ asked, body: body && JSON.parse(body) });
    const answer = all[asked]?.();
    if (answer instanceof Response) return answer;
    return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
  });
  history.replaceState({}, "", address);
  const queries = aQueryClient();
  remove = renderWith(queries, <RouterProvider router={consoleRouter(queries)} />);
}

function settled(expectation: () => void) {
  return act(() => vi.waitFor(expectation, { timeout: 5_000 }));
}

/** Clicks, and lets what it began in the same breath come to the page. */
async function click(element: HTMLElement) {
  await act(async () => element.click());
}

async function choose(select: HTMLSelectElement, value: string) {
  await act(async () => {
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

function mondayOpens() {
  return the("[role=slider][aria-label='Monday, opens']");
}

function hoursAnswers(hours: SiteHours["hours"] = usualHours("Europe/Lisbon")) {
  return { [`GET ${HOURS}`]: (): SiteHours => ({ hours }) };
}

beforeEach(() => {
  sent = [];
  vi.mocked(lineOf).mockReturnValue({
    line: aFakeLine(),
    clock: { now: () => Date.UTC(2026, 10, 22) },
    unfinished: { read: () => "", write: vi.fn() },
  });
});
afterEach(() => {
  remove();
  vi.unstubAllGlobals();
});

test("an edge is moved by arrows, and the whole week is saved", async () => {
  await visit("/settings/hours", hoursAnswers());
  await settled(() => expect(mondayOpens().getAttribute("aria-valuenow")).toBe("540"));

  press(mondayOpens(), "ArrowRight");
  press(mondayOpens(), "ArrowRight", { shiftKey: true });
  expect(mondayOpens().getAttribute("aria-valuenow")).toBe("615");
  await click(button("Save hours"));

  await settled(() => expect(button("Save hours").disabled).toBe(true));
  const hours = usualHours("Europe/Lisbon");
  const week = [[{ from: 615, until: 1_080 }], ...hours.week.slice(1)];
  expect(sent.filter(({ asked }) => asked === `PUT ${HOURS}`)).toEqual([
    { asked: `PUT ${HOURS}`, body: { hours: { ...hours, week } } },
  ]);
});

test("hours that could not be saved stay on the page, with the reason", async () => {
  const refusal = () => Response.json({ code: "storage-failed", title: "", status: 503 }, { status: 503 });
  await visit("/settings/hours", { ...hoursAnswers(), [`PUT ${HOURS}`]: refusal });
  await settled(() => mondayOpens());

  press(mondayOpens(), "Delete");
  await click(button("Save hours"));

  await settled(() => expect(the("[role=alert]").textContent).toContain("could not store it"));
  expect(document.querySelector("[aria-label='Monday, opens']")).toBeNull();
  expect(button("Save hours").disabled).toBe(false);
});

test("a day is copied to all days after a yes", async () => {
  await visit("/settings/hours", hoursAnswers());
  await settled(() => mondayOpens());

  press(mondayOpens(), "c");
  await settled(() => button("Copy to all days"));
  expect(document.querySelector("[aria-label='Sunday, opens']")).toBeNull();
  await click(button("Copy to all days"));

  await settled(() => expect(document.querySelectorAll("[role=slider]")).toHaveLength(14));
});

test("unsaved hours are not left behind without a yes: not for another page, not for another shop", async () => {
  await visit("/settings/hours", hoursAnswers());
  await settled(() => mondayOpens());
  press(mondayOpens(), "ArrowRight");

  await click(the("a[href^='/settings/mail']"));
  await settled(() => button("Stay here"));
  await click(button("Stay here"));
  expect(mondayOpens().getAttribute("aria-valuenow")).toBe("555");

  await choose(the<HTMLSelectElement>("[aria-label=Shop]"), "porto-hats");
  await settled(() => button("Stay here"));
  await click(button("Stay here"));
  expect(location.href).toMatch(/\/settings\/hours$/);

  await click(the("a[href^='/settings/mail']"));
  await settled(() => button("Leave without saving"));
  await click(button("Leave without saving"));
  await settled(() => expect(location.pathname).toBe("/settings/mail"));
});

test("a shop without hours is told what that means, and begins with a proposal that is not saved yet", async () => {
  await visit("/settings/hours", hoursAnswers(null));
  await settled(() => expect(document.body.textContent).toContain("Your bell is never called closed"));
  expect(button("Save hours").disabled).toBe(true);

  await click(button("Announce hours"));

  expect(document.querySelectorAll("[role=slider]")).toHaveLength(10);
  expect(button("Save hours").disabled).toBe(false);
});

test("whoever is not an owner reads the hours, and cannot change them", async () => {
  await visit("/settings/hours", hoursAnswers(), { role: "agent" });
  await settled(() => expect(mondayOpens().getAttribute("aria-readonly")).toBe("true"));

  press(mondayOpens(), "ArrowRight");

  expect(mondayOpens().getAttribute("aria-valuenow")).toBe("540");
  expect(document.body.textContent).toContain("Only an owner can change this.");
  expect(() => button("Save hours")).toThrow();
});

test("a promise that is no number is refused beside its field, and nothing is sent", async () => {
  const promises: Promises = { chatMinutes: 5, requestMinutes: null, requestsPerDay: 20, callsBack: false };
  await visit("/settings/promises", {
    "GET /v1/agent/sites/lisboa-shoes/promises": () => promises,
    "GET /v1/agent/sites/lisboa-shoes/kept?days=30": () => ({ days: [], promised: 0, inTime: 0, medianMinutes: null }),
  });
  await settled(() => expect(document.body.textContent).toContain("“Reply in about 5 minutes”"));
  await settled(() => expect(document.body.textContent).toContain("not yet measured"));
  const [chat] = document.querySelectorAll<HTMLInputElement>("form input");
  if (!chat) throw new Error("there is no field");

  typeInto(chat, "soon");
  await click(button("Save promises"));
  expect(chat.getAttribute("aria-invalid")).toBe("true");
  expect(sent).toEqual([]);

  typeInto(chat, "10");
  await click(button("Save promises"));
  await settled(() => expect(sent.map(({ body }) => body)).toEqual([{ ...promises, chatMinutes: 10 }]));
});

test("without mail the page says what it costs, and what is to be set", async () => {
  await visit("/settings/mail", { "GET /v1/agent/mail": () => someMail() });

  await settled(() => expect(document.body.textContent).toContain("cannot be answered by mail"));
  expect([...document.querySelectorAll("code")].map((each) => each.textContent)).toEqual([
    "SMTP_URL",
    "MAIL_FROM",
    "IMAP_URL",
    "INBOUND_EMAIL_SECRET",
  ]);
});

test("a test message is sent, and what became of it shows by itself", async () => {
  let out: MailState["out"] = { ...MAIL_OFF, state: "untested", address: "hello@shop.example" };
  await visit("/settings/mail", {
    "GET /v1/agent/mail": () => someMail({ out }),
    "POST /v1/agent/mail/test": () => {
      out = { ...out, state: "working", testedAt: Date.UTC(2026, 10, 22) };
    },
  });
  await settled(() => expect(document.body.textContent).toContain("Not tested yet"));

  await click(button("Send a test message"));

  await settled(() => expect(document.body.textContent).toContain("A test arrived"));
  expect(document.body.textContent).toContain("Open the link in it; this page notices.");
});

test("a mail that was given up is tried again or dropped by an owner only", async () => {
  const dead: MailState["dead"] = [
    { id: "m1", kind: "reply", conversation: null, error: "550 no such mailbox", at: 0 },
  ];
  const answers = { "GET /v1/agent/mail": () => someMail({ dead }) };
  await visit("/settings/mail", answers, { role: "agent" });
  await settled(() => expect(document.body.textContent).toContain("550 no such mailbox"));
  expect(() => button("Drop")).toThrow();
  remove();

  await visit("/settings/mail", answers);
  await settled(() => button("Drop"));
  await click(button("Try again"));
  await settled(() => expect(sent.map(({ asked }) => asked)).toEqual(["POST /v1/agent/mail/dead/m1/retry"]));
});
