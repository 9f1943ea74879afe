// @vitest-environment happy-dom
import type { OrderSourceState } from "@shopbell/protocol/types";
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { button, the, typeInto } from "../../testing/render.tsx";
import { click, leave, settled, visit } from "../../testing/visit.tsx";

vi.mock("../../line/opened-lines.ts");
vi.mock("../../ring/bell-sound.ts"); // there is no sound here

const SITE = "/v1/agent/sites/lisboa-shoes";
const OFF: OrderSourceState = { kind: "off", url: null, key: null, shop: null, hasSecret: false, stored: 0 };
const ENDPOINT: OrderSourceState = { ...OFF, kind: "endpoint", url: "https://shop.example/orders", hasSecret: true };
const TOKEN = { id: "t1", name: "Warehouse", createdAt: 1_000, usedAt: null, lastFour: "a1b2" };

afterEach(leave);

/** Opens the orders of a shop. Returns what is sent. */
async function visitOrders(saved: OrderSourceState, answers: Record<string, () => unknown> = {}) {
  const sent = await visit("/settings/orders", {
    [`GET ${SITE}/order-source`]: () => saved,
    [`GET ${SITE}/tokens`]: () => ({ tokens: [TOKEN] }),
    ...answers,
  });
  await settled(() => the("main form fieldset"));
  return sent;
}

function kind(name: string): HTMLInputElement {
  const label = [...document.querySelectorAll("fieldset label")].find(({ textContent }) => textContent.includes(name));
  const radio = label?.querySelector("input");
  if (!radio) throw new Error(`there is no "${name}"`);
  return radio;
}

function field(name: string): HTMLInputElement {
  const label = [...document.querySelectorAll<HTMLLabelElement>("label[for]")].find(
    ({ textContent }) => textContent === name,
  );
  const input = label && document.querySelector<HTMLInputElement>(`#${CSS.escape(label.htmlFor)}`);
  if (!input) throw new Error(`there is no field "${name}"`);
  return input;
}

test("an own address is kept with a secret that was made here and shown this once", async () => {
  const sent = await visitOrders(OFF, { [`PUT ${SITE}/order-source`]: () => ENDPOINT });
  await click(kind("At an address of our own"));
  typeInto(field("Address"), "https://shop.example/orders");
  await click(button("Save"));
  expect(document.body.textContent).toContain("Make a secret first.");
  expect(sent).toEqual([]);

  await click(button("Make a secret"));
  const secret = the("main form code").textContent;
  await click(button("Save"));

  await settled(() => button("Look up"));
  expect(sent.map(({ body }) => body)).toEqual([{ kind: "endpoint", url: "https://shop.example/orders", secret }]);
  expect(document.body.textContent).not.toContain(secret);
});

test("a look-up says in the source's words what went wrong", async () => {
  const error = "https://shop.example/orders answered with a web page instead of an order.";
  const sent = await visitOrders(ENDPOINT, { [`POST ${SITE}/order-source/try`]: () => ({ order: null, error }) });
  typeInto(field("Order number"), " LS-20871 ");
  await click(button("Look up"));

  await settled(() => expect(document.body.textContent).toContain(`It did not work. ${error}`));
  expect(sent.map(({ body }) => body)).toEqual([{ number: "LS-20871" }]);
});

test("nothing is tried that is not saved", async () => {
  await visitOrders(ENDPOINT);
  typeInto(field("Address"), "https://elsewhere.example/orders");

  expect(button("Look up").disabled).toBe(true);
  expect(document.body.textContent).toContain("Save first");
});

test("a token is shown once, with a line to try it", async () => {
  const sent = await visitOrders(ENDPOINT, { [`POST ${SITE}/tokens`]: () => ({ id: "t2", token: "sbt_secret" }) });
  await settled(() => expect(document.body.textContent).toContain("ends in a1b2"));
  typeInto(field("What it is for"), "Courier");
  await click(button("Make a token"));

  await settled(() => expect(document.body.textContent).toContain("Authorization: Bearer sbt_secret"));
  expect(document.body.textContent).toContain(`curl -X PUT ${location.origin}/v1/orders/`);
  expect(sent.map(({ body }) => body)).toEqual([{ name: "Courier" }]);
});

test("a token is revoked after a yes", async () => {
  const sent = await visitOrders(ENDPOINT);
  await settled(() => the("[aria-label^='Revoke Warehouse']"));
  await click(the("[aria-label^='Revoke Warehouse']"));
  await settled(() => the("[role=alertdialog]"));
  expect(sent).toEqual([]);

  await click(the("[role=alertdialog] [data-look=main]"));

  await settled(() => expect(sent.map(({ asked }) => asked)).toEqual([`DELETE ${SITE}/tokens/t1`]));
});

test("a table with faults is told row by row, and that nothing was stored", async () => {
  const faults = [{ row: 3, column: "email", problem: "This is not an e-mail address." }];
  await visitOrders(ENDPOINT);
  const relay = fetch;
  const report = { added: 0, changed: 0, same: 0, faults };
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) =>
    path === `${SITE}/orders-import` ? Response.json(report) : relay(path, init),
  );
  const input = the<HTMLInputElement>("input[type=file]");
  Object.defineProperty(input, "files", { value: [new File(["number,email"], "orders.csv")] });
  await act(async () => input.dispatchEvent(new Event("change", { bubbles: true })));
  await click(button("Upload"));

  await settled(() => expect(document.body.textContent).toContain("Nothing was stored: 1 cell is wrong."));
  expect(the("tbody tr").textContent).toBe("3emailThis is not an e-mail address.");
});

test("an agent is told that this is for owners, and asks for nothing that opens the shop's system", async () => {
  const asked: string[] = [];
  await visit("/settings/orders", { [`GET ${SITE}/order-source`]: () => void asked.push("source") }, { role: "agent" });
  await settled(() => expect(document.body.textContent).toContain("Only an owner can change this."));

  expect(document.querySelector("main form")).toBeNull();
  expect(asked).toEqual([]);
});
