// @vitest-environment happy-dom
import type { MailState } from "@shopbell/protocol/types";
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { button, the } from "../../testing/render.tsx";
import { click, leave, settled, visit } from "../../testing/visit.tsx";

vi.mock("../../line/opened-lines.ts");
vi.mock("../../ring/bell-sound.ts"); // there is no sound here

const MAIL_OFF = { state: "off", address: null, error: null, testedAt: null } as const;

const WORKING = { ...MAIL_OFF, state: "working", address: "hello@shop.example" } as const;

function someMail(changes: Partial<MailState> = {}): MailState {
  return { out: MAIL_OFF, in: { ...MAIL_OFF, via: null }, waiting: 0, mailbox: null, dead: [], ...changes };
}

const DEAD = { id: "m1", kind: "reply", conversation: null, error: "550 no such mailbox", at: 0 } as const;
const GIVEN_UP = { "GET /v1/agent/mail": () => someMail({ dead: [DEAD] }) };

afterEach(leave);

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

test("in the demo nothing is called missing or has to be tested: both sides lead to where its mail lies", async () => {
  await visit("/settings/mail", { "GET /v1/agent/mail": () => someMail({ out: WORKING, mailbox: "/demo/mailbox" }) });

  await settled(() => expect(document.querySelectorAll("a[href='/demo/mailbox']")).toHaveLength(2));
  expect(document.body.textContent).toContain("This is the demo: mail stays on this machine");
  expect(document.body.textContent).not.toContain("Not set up");
  expect(document.querySelector("code")).toBeNull();
  expect(() => button("Send a test message")).toThrow();
});

test("of a test that was sent the page says where it went, until one has arrived", async () => {
  let out: MailState["out"] = { ...MAIL_OFF, state: "untested", address: "hello@shop.example" };
  await visit("/settings/mail", { "GET /v1/agent/mail": () => someMail({ out }) });
  await settled(() => expect(document.body.textContent).toContain("Not tested yet"));

  await click(button("Send a test message"));
  await settled(() => expect(document.body.textContent).toContain("Open the link in it; this page notices."));

  out = { ...out, state: "working", testedAt: Date.UTC(2026, 10, 22) };
  await act(async () => void window.dispatchEvent(new Event("visibilitychange"))); // the tab is looked at again
  await settled(() => expect(document.body.textContent).toContain("A test arrived"));
  expect(document.body.textContent).not.toContain("this page notices");
});

test("a mail that was given up is tried again by an owner only", async () => {
  await visit("/settings/mail", GIVEN_UP, { role: "agent" });
  await settled(() => expect(document.body.textContent).toContain("550 no such mailbox"));
  expect(() => button("Drop")).toThrow();
  leave();

  const sent = await visit("/settings/mail", GIVEN_UP);
  await settled(() => button("Try again"));
  await click(button("Try again"));
  await settled(() => expect(sent.map(({ asked }) => asked)).toEqual(["POST /v1/agent/mail/dead/m1/retry"]));
});

test("a mail that was given up is dropped after a yes, because nothing brings it back", async () => {
  const sent = await visit("/settings/mail", GIVEN_UP);
  await settled(() => button("Drop"));

  await click(button("Drop"));
  await settled(() => button("Keep"));
  await click(button("Keep"));
  await settled(() => expect(() => button("Keep")).toThrow());
  expect(sent).toEqual([]);

  await click(button("Drop"));
  await settled(() => button("Keep"));
  await click(the("[role=alertdialog] [data-look=main]"));
  await settled(() => expect(sent.map(({ asked }) => asked)).toEqual(["DELETE /v1/agent/mail/dead/m1"]));
});
