// @vitest-environment happy-dom
import { OrderStepKind } from "@shopbell/protocol";
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

test("what is typed for one kind stays with it", async () => {
  await visitOrders(ENDPOINT);
  await click(kind("WooCommerce"));
  expect(field("Address").value).toBe("");
  typeInto(field("Address"), "https://shop.example");
  typeInto(field("Consumer secret"), "cs_12345678");

  await click(kind("Shopify"));
  expect(field("Client ID and secret, or access token").value).toBe("");
  await click(kind("At an address of our own"));
  expect(field("Address").value).toBe("https://shop.example/orders");
  expect(document.querySelector("main form code")).toBeNull();

  await click(kind("WooCommerce"));
  expect(field("Consumer secret").value).toBe("cs_12345678");
});

test("a kept secret is forgotten only after a yes", async () => {
  const sent = await visitOrders(ENDPOINT, { [`PUT ${SITE}/order-source`]: () => ({ ...OFF, kind: "stored" }) });
  await click(kind("Here: we tell Shopbell"));
  await click(button("Save"));
  await settled(() => expect(the("[role=alertdialog]").textContent).toContain("At an address of our own"));
  await click(button("Keep it"));
  await settled(() => expect(document.querySelector("[role=alertdialog]")).toBeNull());
  expect(sent).toEqual([]);

  await click(button("Save"));
  await settled(() => the("[role=alertdialog]"));
  await click(button("Save and forget"));

  await settled(() => expect(sent.map(({ body }) => body)).toEqual([{ kind: "stored" }]));
});

test.each([
  ["endpoint", "Your system answered"],
  ["stored", "No order with this number was sent or uploaded"],
] as const)("a look-up says that it was %s which knows nothing of the order", async (saved, words) => {
  const outcome = { order: null, error: null };
  await visitOrders({ ...ENDPOINT, kind: saved, stored: 2 }, { [`POST ${SITE}/order-source/try`]: () => outcome });
  typeInto(field("Order number"), "LS-404");
  await click(button("Look up"));

  await settled(() => expect(document.body.textContent).toContain(words));
  expect(document.body.textContent.includes("are not looked at here")).toBe(saved === "endpoint");
});

test("an owner is told that keys do not travel without https", async () => {
  const malformed = () => Response.json({ code: "malformed" }, { status: 400 });
  await visitOrders(OFF, { [`PUT ${SITE}/order-source`]: malformed });
  await click(kind("WooCommerce"));
  typeInto(field("Address"), "http://shop.example");
  typeInto(field("Consumer key"), "ck_1");
  typeInto(field("Consumer secret"), "cs_12345678");
  await click(button("Save"));

  await settled(() => expect(the("form [role=alert]").textContent).toContain("has to begin with https://"));
  expect(field("Consumer secret").value).toBe("cs_12345678");
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
  expect(document.body.textContent).toContain(`curl -X PUT ${location.origin}/v1/orders/TEST-1`);
  expect(document.body.textContent).toContain(`curl -X DELETE ${location.origin}/v1/orders/TEST-1`);
  expect(sent.map(({ body }) => body)).toEqual([{ name: "Courier" }]);
});

test("a double click makes one token", async () => {
  const sent = await visitOrders(ENDPOINT, { [`POST ${SITE}/tokens`]: () => ({ id: "t2", token: "sbt_secret" }) });
  typeInto(field("What it is for"), "Courier");
  await act(async () => {
    button("Make a token").click();
    button("Make a token").click();
  });

  await settled(() => expect(document.body.textContent).toContain("Bearer sbt_secret"));
  expect(sent.map(({ asked }) => asked)).toEqual([`POST ${SITE}/tokens`]);
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

test("an example of a table has every column that is named, and quotes what has a comma", async () => {
  await visitOrders(ENDPOINT);
  const { href, download } = the<HTMLAnchorElement>("a[download]");
  const [heading = "", ...rows] = decodeURIComponent(href.slice(href.indexOf(",") + 1))
    .trimEnd()
    .split("\r\n");

  expect(download).toBe("orders-example.csv");
  expect(heading.split(",")).toEqual(expect.arrayContaining(["number", "email", ...OrderStepKind.options, "picture"]));
  expect(rows[0]).toContain(',"Shoes, white, 42",1,');
});

test("an agent is told that this is for owners, and asks for nothing that opens the shop's system", async () => {
  const asked: string[] = [];
  await visit("/settings/orders", { [`GET ${SITE}/order-source`]: () => void asked.push("source") }, { role: "agent" });
  await settled(() => expect(document.body.textContent).toContain("Only an owner can change this."));

  expect(document.querySelector("main form")).toBeNull();
  expect(asked).toEqual([]);
});
