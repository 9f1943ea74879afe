// @vitest-environment happy-dom
import type { Promises } from "@shopbell/protocol/types";
import { afterEach, expect, test, vi } from "vitest";
import { button, typeInto } from "../../testing/render.tsx";
import { click, leave, settled, visit } from "../../testing/visit.tsx";

vi.mock("../../line/opened-lines.ts");
vi.mock("../../ring/bell-sound.ts"); // there is no sound here

afterEach(leave);

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
