// @vitest-environment happy-dom
import { aMessage, byVisitor } from "@shopbell/protocol/testing";
import type { Entry } from "@shopbell/protocol/types";
import { act } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { asked, aWaitingPage, ID, leavePage, TICKET, turnPage } from "../../testing/a-waiting-page.ts";
import { knowing } from "../../testing/fake-line.ts";

const ADDRESS = "E-mail address";
const SENT = ["request", ID, { email: "haruka@mail.example" }];

type Page = Awaited<ReturnType<typeof aWaitingPage>>;

function addressOn({ panel }: Page): string {
  return panel.getByLabelText<HTMLInputElement>(ADDRESS).value;
}

/** A page that ends while an address is under way. */
async function aPageThatEnds(): Promise<void> {
  const page = await aWaitingPage({ mails: true });
  page.type(ADDRESS, "haruka@mail.example");
  page.press("Send me the answer");
  turnPage();
}

function takenAt(seq: number): Entry {
  return { kind: "event", seq, at: Date.now(), event: "requested", by: byVisitor(), address: "haruka@mail.example" };
}

beforeEach(() => {
  vi.stubGlobal("fetch", async () => Response.json({ times: [] }));
});
afterEach(() => {
  leavePage();
  vi.unstubAllGlobals();
});

test("what is typed is there after Back", async () => {
  const page = await aWaitingPage({ mails: true });
  page.type(ADDRESS, "haruka@");

  page.press("Back");
  act(() => page.line.know({ conversations: [{ ...aHead(), number: 1042 }] }));
  page.press(/^Lisboa Shoes/);

  expect(addressOn(page)).toBe("haruka@");
});

test("what is typed is there on the shop's next page, unsent", async () => {
  const page = await aWaitingPage({ mails: true, callsBack: true });
  page.press("Call me back instead");
  page.type("Telephone number", "+351 21");
  turnPage();

  const next = await aWaitingPage({ mails: true, callsBack: true });

  const number = next.panel.getByLabelText<HTMLInputElement>("Telephone number");
  expect(number.value).toBe("+351 21");
  expect(next.requested()).toEqual([]);
});

test("a form that is there again takes the focus from nobody", async () => {
  const page = await aWaitingPage({ mails: true }, { requests: { [ID]: TICKET } });
  page.press(/Change/);
  page.type(ADDRESS, "mori@");
  turnPage();

  const next = await aWaitingPage({ mails: true }, { requests: { [ID]: TICKET } });

  expect(addressOn(next)).toBe("mori@");
  expect(next.root.activeElement).not.toBe(next.panel.getByLabelText(ADDRESS));
});

test("it stays on the next page though somebody is there by then", async () => {
  const page = await aWaitingPage({ mails: true });
  page.type(ADDRESS, "haruka@");
  turnPage();

  const next = await aWaitingPage({ availability: "available", mails: true });

  expect(addressOn(next)).toBe("haruka@");
});

test("an address that was under way when the page ended is sent again by the next one, once", async () => {
  await aPageThatEnds();

  const next = await aWaitingPage({ mails: true });
  expect(next.requested()).toEqual([SENT]);
  act(() => next.line.know({ requesting: { [ID]: { email: "haruka@mail.example", problem: null } } }));
  act(() => next.line.know({ requesting: {}, requests: { [ID]: TICKET } }));
  turnPage();

  const third = await aWaitingPage({ mails: true }, { requests: { [ID]: TICKET } });
  expect(third.panel.getByText("#1042")).toBeDefined();
  expect(third.requested()).toEqual([]);
});

test("what the relay took after the page had ended is not sent again, nor asked for", async () => {
  await aPageThatEnds();

  const next = await aWaitingPage({ mails: true }, { requests: { [ID]: TICKET } }, [asked(), takenAt(2)]);

  expect(next.panel.getByText("#1042")).toBeDefined();
  expect(next.requested()).toEqual([]);
  expect(JSON.stringify(localStorage)).not.toContain("haruka");
});

test("what was taken before is another thing than what is under way now", async () => {
  const page = await aWaitingPage({ mails: true }, { requests: { [ID]: TICKET } }, [asked(), takenAt(2)]);
  page.press(/Change/);
  page.type(ADDRESS, "mori@mail.example");
  page.press("Send me the answer");
  turnPage();

  const next = await aWaitingPage({ mails: true }, { requests: { [ID]: TICKET } }, [asked(), takenAt(2)]);

  expect(next.requested()).toEqual([["request", ID, { email: "mori@mail.example" }]]);
});

test("nothing is decided before the conversation is there", async () => {
  await aPageThatEnds();
  const next = await aWaitingPage({ mails: true }, { requests: { [ID]: TICKET } }, []);

  act(() => next.line.know(knowing(ID, { entries: [asked(), takenAt(2)] })));

  expect(next.panel.getByText("#1042")).toBeDefined();
  expect(next.requested()).toEqual([]);
});

test("what is not wanted any more, or emptied, is not kept", async () => {
  const page = await aWaitingPage({ mails: true }, { requests: { [ID]: TICKET } });
  page.press(/Change/);
  page.type(ADDRESS, "mori@");
  expect(JSON.stringify(localStorage)).toContain("mori@");

  page.type(ADDRESS, "");
  expect(JSON.stringify(localStorage)).not.toContain("whereto");

  page.type(ADDRESS, "mori@");
  page.press("Leave it as it was");
  expect(JSON.stringify(localStorage)).not.toContain("whereto");
});

test("with the conversation goes what was written in it", async () => {
  const page = await aWaitingPage({ mails: true });
  page.type(ADDRESS, "haruka@");

  act(() => page.line.know({ threads: {} }));

  expect(JSON.stringify(localStorage)).not.toContain("haruka@");
});

function aHead() {
  const seen = { visitor: 0, agent: 0 };
  return { id: ID, state: "open", lastSeq: 1, lastMessage: aMessage(), seen, request: null } as const;
}
