// @vitest-environment happy-dom
import type { MailState } from "@shopbell/protocol/types";
import { afterEach, expect, test, vi } from "vitest";
import { button } from "../../testing/render.tsx";
import { click, leave, settled, visit } from "../../testing/visit.tsx";

vi.mock("../../line/opened-lines.ts");
vi.mock("../../ring/bell-sound.ts"); // there is no sound here

const MAIL_OFF = { state: "off", address: null, error: null, testedAt: null } as const;

function someMail(changes: Partial<MailState> = {}): MailState {
  return { out: MAIL_OFF, in: { ...MAIL_OFF, via: null }, waiting: 0, dead: [], ...changes };
}

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
