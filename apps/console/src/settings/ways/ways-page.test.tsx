// @vitest-environment happy-dom
import type { Ways } from "@shopbell/protocol/types";
import { afterEach, expect, test, vi } from "vitest";
import { button, the, typeInto } from "../../testing/render.tsx";
import { click, leave, settled, visit } from "../../testing/visit.tsx";
import { usualHours } from "../hours/week.ts";

vi.mock("../../line/opened-lines.ts");
vi.mock("../../ring/bell-sound.ts"); // there is no sound here

const PATH = "/v1/agent/sites/lisboa-shoes/ways";
const PHONE = { kind: "phone", value: "+351210000142", hours: null } as const;
const WHATSAPP = { kind: "whatsapp", value: "+351 912 345 678", hours: null } as const;
const EMAIL = { kind: "email", value: "hello@shop.example", hours: null } as const;

afterEach(leave);

/** Opens the other ways of a shop. Returns what is sent. */
async function visitWays(saved: Ways, answers: Record<string, () => unknown> = {}) {
  const sent = await visit("/settings/ways", { [`GET ${PATH}`]: () => saved, ...answers });
  await settled(() => button("Save ways"));
  return sent;
}

test("a way is added, put first, and kept as the relay reads it", async () => {
  const kept = { ...WHATSAPP, value: "+351912345678" };
  const sent = await visitWays({ ways: [EMAIL] }, { [`PUT ${PATH}`]: () => ({ ways: [kept, EMAIL] }) });
  await click(button("WhatsApp"));
  typeInto(the<HTMLInputElement>("input[type=tel]"), WHATSAPP.value);
  await click(the("[aria-label='Move WhatsApp +351 912 345 678 up']"));
  await click(button("Save ways"));

  await settled(() => expect(button("Save ways").getAttribute("aria-disabled")).toBe("true"));
  expect(sent).toEqual([{ asked: `PUT ${PATH}`, body: { ways: [WHATSAPP, EMAIL] } }]);
  expect(the<HTMLInputElement>("input[type=tel]").value).toBe(kept.value);
});

test("what leads nowhere is said beside its field, and nothing is sent", async () => {
  const sent = await visitWays({ ways: [] });
  await click(button("WhatsApp"));
  typeInto(the<HTMLInputElement>("input[type=tel]"), "912 345 678");
  await click(button("Save ways"));

  expect(the<HTMLInputElement>("input[type=tel]").getAttribute("aria-invalid")).toBe("true");
  expect(document.body.textContent).toContain("Type a number with the code of its country");
  expect(sent).toEqual([]);
});

test("a phone begins with the hours that the shop announces", async () => {
  const hours = usualHours("Europe/Lisbon");
  const sent = await visitWays({ ways: [PHONE] }, { "GET /v1/agent/sites/lisboa-shoes/hours": () => ({ hours }) });
  await click(the("input[type=checkbox]"));
  await settled(() => the("[aria-label='Monday, opens']"));
  await click(button("Save ways"));

  await settled(() => expect(sent).toEqual([{ asked: `PUT ${PATH}`, body: { ways: [{ ...PHONE, hours }] } }]));
});

test("what visitors will see is drawn while it is typed", async () => {
  await visitWays({ ways: [PHONE] });
  await click(button("Telegram"));

  expect(the("[role=img]").getAttribute("aria-label")).toBe(
    "Visitors see: Phone, +351210000142; Telegram, opens the app",
  );
});
