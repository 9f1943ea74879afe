// @vitest-environment happy-dom
import type { ImportReport } from "@shopbell/protocol/types";
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { button, the, typeInto } from "../../testing/render.tsx";
import { click, leave, settled, visit } from "../../testing/visit.tsx";
import { aCentre } from "../testing.ts";

vi.mock("../../line/opened-lines.ts");
vi.mock("../../ring/bell-sound.ts"); // there is no sound here

const SITE = "/v1/agent/sites/lisboa-shoes";
const NO_FAULTS: ImportReport = { added: 0, changed: 0, same: 0, faults: [] };

function imports(answer: () => unknown) {
  return { [`GET ${SITE}/help-centre`]: () => aCentre(), [`POST ${SITE}/answers-import`]: answer };
}

/** Opens the page, with a relay that reads any file to this end; a file is no JSON, so that the usual relay of tests is not asked. */
async function visitWithReader(answer: () => unknown) {
  await visit(
    "/answers/transfer",
    imports(() => null),
  );
  const relay = fetch;
  const files: unknown[] = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    if (!(init.body instanceof File)) return relay(path, init);
    files.push(init.body.name);
    return Response.json(answer());
  });
  await settled(() => button("Read and store the file"));
  return files;
}

async function chooseFile(name: string) {
  const input = the<HTMLInputElement>("input[type=file]");
  Object.defineProperty(input, "files", { value: [new File(["locale,question,answer"], name)], configurable: true });
  await act(async () => input.dispatchEvent(new Event("change", { bubbles: true })));
}

afterEach(leave);

test("a file is read, and what became of it is said", async () => {
  const files = await visitWithReader(() => ({ ...NO_FAULTS, added: 12, changed: 3 }));
  expect(button("Read and store the file").disabled).toBe(true);

  await chooseFile("faq.csv");
  await click(button("Read and store the file"));

  await settled(() => expect(the("[data-look=done]").textContent).toContain("12 added · 3 changed · 0 as they were"));
  expect(files).toEqual(["faq.csv"]);
});

test("a file with faults has stored nothing, and each fault is said with its row and column", async () => {
  const faults = [
    { row: 3, column: "locale", problem: "is no language" },
    { row: 7, column: null, problem: "has too few cells" },
  ];
  await visitWithReader(() => ({ ...NO_FAULTS, faults }));

  await chooseFile("faq.csv");
  await click(button("Read and store the file"));

  await settled(() => expect(the("[data-look=faults]").textContent).toContain("Nothing was stored."));
  const rows = [...document.querySelectorAll("tbody tr")];
  const cells = rows.map((each) => [...each.children].map((cell) => cell.textContent));
  expect(cells).toEqual([
    ["3", "locale", "is no language"],
    ["7", "the row", "has too few cells"],
  ]);
});

test("a page that cannot be read says so, and its address stays", async () => {
  const refusal = () => Response.json({ code: "page-unreadable", title: "", status: 422 }, { status: 422 });
  const sent = await visit("/answers/transfer", imports(refusal));
  await settled(() => button("Read the page"));

  typeInto(the("input[type=url]"), "shop.example/faq");
  await click(button("Read the page"));
  expect(document.body.textContent).toContain("Type the whole address");
  typeInto(the("input[type=url]"), "https://shop.example/faq");
  await click(button("Read the page"));

  await settled(() => expect(the("[role=alert]").textContent).toContain("That page could not be read"));
  expect(the<HTMLInputElement>("input[type=url]").value).toBe("https://shop.example/faq");
  expect(sent).toEqual([
    { asked: `POST ${SITE}/answers-import`, body: { url: "https://shop.example/faq", locale: "en" } },
  ]);
});

test("only owners import and export", async () => {
  await visit(
    "/answers/transfer",
    imports(() => NO_FAULTS),
    { role: "agent" },
  );
  await settled(() => expect(document.body.textContent).toContain("Only an owner can import and export answers."));

  expect(document.querySelector("main form, main a")).toBeNull();
});
