// @vitest-environment happy-dom
import type { Promises } from "@shopbell/protocol/types";
import { afterEach, expect, test, vi } from "vitest";
import { button, typeInto } from "../../testing/render.tsx";
import { click, leave, settled, visit } from "../../testing/visit.tsx";

vi.mock("../../line/opened-lines.ts");
vi.mock("../../ring/bell-sound.ts"); // there is no sound here

afterEach(leave);

/** Opens the promises of a shop. Returns what is sent. */
async function visitPromises(promises: Promises) {
  const sent = await visit("/settings/promises", {
    "GET /v1/agent/sites/lisboa-shoes/promises": () => promises,
    "GET /v1/agent/sites/lisboa-shoes/kept?days=30": () => ({ days: [], promised: 0, inTime: 0, medianMinutes: null }),
  });
  await settled(() => expect(document.body.textContent).toContain("not yet measured"));
  return sent;
}

function chatField() {
  const [chat] = document.querySelectorAll<HTMLInputElement>("form input");
  if (!chat) throw new Error("there is no field");
  return chat;
}

test.each(["soon", "1.5"])(
  "where nothing was promised, %s is refused beside its field, and nothing is sent",
  async (typed) => {
    const promises = { chatMinutes: null, requestMinutes: null, requestsPerDay: 20, callsBack: false };
    const sent = await visitPromises(promises);
    expect(button("Save promises").disabled).toBe(true);

    typeInto(chatField(), typed);
    await click(button("Save promises"));
    expect(chatField().getAttribute("aria-invalid")).toBe("true");
    expect(document.body.textContent).toContain("Type a whole number");
    expect(sent).toEqual([]);

    typeInto(chatField(), "10");
    await click(button("Save promises"));
    await settled(() => expect(sent.map(({ body }) => body)).toEqual([{ ...promises, chatMinutes: 10 }]));
  },
);

test("what visitors will read of a promise stands under it, in the widget's words", async () => {
  await visitPromises({ chatMinutes: 180, requestMinutes: null, requestsPerDay: 20, callsBack: false });

  expect(document.body.textContent).toContain("“Reply in about 180 minutes”");
});
