// @vitest-environment happy-dom
import type { ShownWay } from "@shopbell/protocol/types";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aHelpedPage, aHelpfulRelay, leaveShop, someHelp } from "../../testing/a-helped-page.ts";

beforeEach(() => void vi.setSystemTime(new Date(2026, 10, 20, 14)));
afterEach(() => {
  vi.useRealTimers();
  leaveShop();
});

function aWay(changes: Partial<ShownWay>): ShownWay {
  return {
    kind: "phone",
    label: "+351 21 000 0142",
    href: "tel:+351210000142",
    open: null,
    changesAt: null,
    ...changes,
  };
}

function reachedBy(...ways: ShownWay[]) {
  return aHelpedPage(aHelpfulRelay({ help: someHelp({ ways }) }));
}

test("a phone says its number, and until when somebody picks it up", async () => {
  const { panel } = await reachedBy(aWay({ open: true, changesAt: new Date(2026, 10, 20, 18).getTime() }));

  const phone = panel.getByRole("link", { name: "Phone +351 21 000 0142 until 18:00" });
  expect(phone.getAttribute("href")).toBe("tel:+351210000142");
  expect(phone.getAttribute("target")).toBeNull();
});

test("one that nobody picks up says from when", async () => {
  const { panel } = await reachedBy(aWay({ open: false, changesAt: new Date(2026, 10, 23, 9).getTime() }));

  expect(panel.getByText(/^from Mon/).textContent).toBe("from Mon 09:00");
});

test("what was typed, and the page, are taken along", async () => {
  const { panel, type } = await reachedBy(
    aWay({ kind: "whatsapp", label: "+351 91 000 0142", href: "https://wa.me/351910000142?text={text}" }),
  );
  type("Is it $& small? 100%");

  const link = panel.getByRole("link", { name: "WhatsApp opens the app" });
  const taken = new URL(link.getAttribute("href") ?? "").searchParams.get("text");
  expect(taken).toBe(`Is it $& small? 100%\n\n${location.href}`);
  expect(link.getAttribute("rel")).toBe("noopener");
});

test("an address that is none is not led to", async () => {
  const { panel } = await reachedBy(
    aWay({ kind: "telegram", href: "javascript:alert(1)" }),
    aWay({ kind: "email", label: "ola@lisboashoes.example", href: "mailto:ola@lisboashoes.example?body={text}" }),
  );

  expect(panel.getByRole("link", { name: /E-mail/ })).toBeDefined();
  expect(panel.queryByText("Telegram")).toBeNull();
});
