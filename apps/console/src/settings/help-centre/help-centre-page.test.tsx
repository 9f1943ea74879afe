// @vitest-environment happy-dom
import type { HelpCentre } from "@shopbell/protocol/types";
import { afterEach, expect, test, vi } from "vitest";
import { anAnswer, aText } from "../../answers/testing.ts";
import { button, the, typeInto } from "../../testing/render.tsx";
import { choose, click, leave, settled, visit } from "../../testing/visit.tsx";

vi.mock("../../line/opened-lines.ts");
vi.mock("../../ring/bell-sound.ts"); // there is no sound here

const PATH = "/v1/agent/sites/lisboa-shoes/help-centre";
const CENTRE: HelpCentre = { locales: ["en", "pt"], url: null, shopUrl: null, publicQuestions: false, holds: true };

afterEach(leave);

/** Opens the help centre of a shop. Returns what is sent. */
async function visitCentre(answers: Record<string, () => unknown> = {}, role: "owner" | "agent" = "owner") {
  const sent = await visit("/settings/help-centre", { [`GET ${PATH}`]: () => CENTRE, ...answers }, { role });
  await settled(() => expect(document.querySelector("main form")).not.toBeNull());
  return sent;
}

function languages() {
  return [...document.querySelectorAll("main form li > span:first-child")].map(({ textContent }) => textContent);
}

test("languages are added, put in another order and saved", async () => {
  const sent = await visitCentre();
  await choose(the("main form select"), "de");
  await click(the("[aria-label='Move German up']"));
  await click(the("[aria-label='Remove English']"));
  expect(languages()).toEqual(["German", "Portuguese"]);

  await click(button("Save help centre"));

  await settled(() => expect(button("Save help centre").getAttribute("aria-disabled")).toBe("true"));
  expect(sent).toEqual([{ asked: `PUT ${PATH}`, body: { ...CENTRE, locales: ["de", "pt"] } }]);
});

test("what a language takes along out of the help centre is said before that is saved", async () => {
  const texts = [aText(), aText({ locale: "pt" })];
  const draft = [aText({ locale: "pt", published: false })];
  const answers = [anAnswer(1, { texts }), anAnswer(2, { texts }), anAnswer(3, { texts: draft })];
  await visitCentre({ "GET /v1/agent/sites/lisboa-shoes/answers": () => ({ categories: [], answers }) });
  the("[aria-label='Remove Portuguese']").focus();

  await click(the("[aria-label='Remove Portuguese']"));

  await settled(() =>
    expect(the("main form [role=status]").textContent).toBe(
      "2 answers in Portuguese leave the help centre. They are kept.",
    ),
  );
  expect(document.activeElement).toBe(the("main form select"));
});

test("the last language stays", async () => {
  await visitCentre({ [`GET ${PATH}`]: () => ({ ...CENTRE, locales: ["en"] }) });

  expect(the<HTMLButtonElement>("[aria-label='Remove English']").disabled).toBe(true);
});

test("an address that is none is refused beside its field, and nothing is sent", async () => {
  const sent = await visitCentre();
  const [own] = document.querySelectorAll<HTMLInputElement>("input[type=url]");
  if (!own) throw new Error("there is no field");
  typeInto(own, "https://shop.example/help");

  await click(button("Save help centre"));

  expect(own.getAttribute("aria-invalid")).toBe("true");
  expect(document.activeElement).toBe(own);
  expect(sent).toEqual([]);
});

test("what could not be saved stays on the page, with the reason", async () => {
  const refusal = () => Response.json({ code: "storage-failed", title: "", status: 503 }, { status: 503 });
  await visitCentre({ [`PUT ${PATH}`]: refusal });
  await click(the("main form input[type=checkbox]"));

  await click(button("Save help centre"));

  await settled(() => expect(the("[role=alert]").textContent).toContain("Not saved."));
  expect(the("main form").textContent).toContain("Look at them first");
});

test("an agent reads it, and can change nothing", async () => {
  await visitCentre({}, "agent");

  expect([...document.querySelectorAll("main form button")]).toEqual([]);
  expect(the<HTMLInputElement>("main form input[type=checkbox]").disabled).toBe(true);
});
