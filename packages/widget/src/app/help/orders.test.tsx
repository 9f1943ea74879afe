// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aHelpedPage, aHelpfulRelay, anOrder, leaveShop, settle } from "../../testing/a-helped-page.ts";

beforeEach(() => void vi.setSystemTime(new Date(2026, 10, 20, 14)));
afterEach(() => {
  vi.useRealTimers();
  leaveShop();
});

async function asking(relay: Pick<ReturnType<typeof aHelpfulRelay>, "fetch">) {
  const page = await aHelpedPage(relay);
  await page.press(/Where is my order/);
  await vi.dynamicImportSettled();
  await settle();
  return page;
}

async function askedFor(relay: ReturnType<typeof aHelpfulRelay>, number = "LS-20871") {
  const page = await asking(relay);
  page.fill("Order number", ` ${number} `);
  page.fill("E-mail address of the order", "mihai@mail.example");
  await page.press("Find it");
  return page;
}

test("an order is told as a timeline: where it is, when it is expected, and how to follow it", async () => {
  const order = anOrder({
    steps: [
      { kind: "placed", at: new Date(2026, 10, 17, 21, 40).getTime(), place: null },
      { kind: "packed", at: new Date(2026, 10, 18, 11, 5).getTime(), place: "Lisbon" },
      { kind: "shipped", at: new Date(2026, 10, 20, 6, 12).getTime(), place: "Madrid" },
      { kind: "delivered", at: null, place: "Cluj-Napoca" },
    ],
    expectedOn: "2026-11-24",
    carrier: { name: "CTT Expresso", href: "https://ctt.example/1" },
    items: [{ name: "Alfama low", quantity: 2, picture: "https://shop.example/alfama.jpg" }],
  });
  const relay = aHelpfulRelay({ order: { order } });

  const { panel } = await askedFor(relay);

  expect(relay.told("/orders/find")).toEqual([{ number: "LS-20871", email: "mihai@mail.example" }]);
  expect(panel.getByText("On its way, expected Tuesday")).toBeDefined();
  const [timeline, items] = panel.getAllByRole("list").slice(-2);
  expect(Array.from(timeline?.children ?? [], (step) => `${step.className}: ${step.textContent}`)).toEqual([
    "done: OrderedTue 17 Nov, 21:40",
    "done: Packed in LisbonWed 18 Nov, 11:05",
    "now: Courier, MadridFri 20 Nov, 6:12",
    "todo: At your door, Cluj-NapocaTue 24 Nov",
  ]);
  expect(items?.textContent).toBe("2 × Alfama low");
  expect(items?.querySelector("img")?.getAttribute("referrerpolicy")).toBe("no-referrer");
  expect(panel.getByRole("link", { name: "Follow with CTT Expresso" }).getAttribute("href")).toBe(
    "https://ctt.example/1",
  );
});

test("one that is late was expected", async () => {
  const { panel } = await askedFor(aHelpfulRelay({ order: { order: anOrder({ expectedOn: "2026-11-19" }) } }));

  expect(panel.getByText("On its way, was expected yesterday")).toBeDefined();
});

test.each([404, 422, 429])("a wrong pair, and too many tries (%i), are told in the same sentence", async (status) => {
  const { panel } = await askedFor(aHelpfulRelay({ order: status }));

  expect(
    panel.getByText("We find no order with this number and this e-mail address. After many tries, wait an hour."),
  ).toBeDefined();
  expect(panel.getByLabelText<HTMLInputElement>("Order number").value).toBe(" LS-20871 ");
});

test("where the shop's system is down, a person gets the number, behind what is typed already", async () => {
  const { panel, root, press, type, composer } = await askedFor(aHelpfulRelay({ order: 503 }));
  expect(panel.getByText(/^The shop’s system does not answer just now/)).toBeDefined();
  type("It is urgent. ");

  await press("Ask a person");
  await press("Ask a person");

  expect(composer().value).toBe("It is urgent.\nOrder LS-20871: ");
  expect(root.activeElement).toBe(composer());
});

test("an answer that comes late opens nothing, and takes the pen from nobody", async () => {
  const relay = aHelpfulRelay();
  const answering = Promise.withResolvers<Response>();
  const fetch = (address: string, init?: RequestInit) =>
    address.endsWith("/orders/find") ? answering.promise : relay.fetch(address, init);
  const { panel, root, press, fill, pressEscape, composer } = await asking({ ...relay, fetch });
  fill("Order number", "LS-20871");
  fill("E-mail address of the order", "mihai@mail.example");
  await press("Find it");

  pressEscape();
  composer().focus();
  answering.resolve(new Response(null, { status: 404 }));
  await settle();

  expect(root.activeElement).toBe(composer());
  expect(panel.queryByLabelText("Order number")).toBeNull();
});

test("what was wrong is not said of what was typed since", async () => {
  const { panel, fill } = await askedFor(aHelpfulRelay({ order: 404 }));

  fill("Order number", "LS-20872");

  expect(panel.queryByText(/We find no order/)).toBeNull();
});

test("a person is one tap away before anything was found or failed", async () => {
  const { root, press, composer } = await asking(aHelpfulRelay());

  await press("Ask a person");

  expect(root.activeElement).toBe(composer());
  expect(composer().value).toBe("");
});

test("what is missing is named beside its field, and nobody is asked", async () => {
  const relay = aHelpfulRelay();
  const { panel, root, press, fill } = await asking(relay);

  await press("Find it");
  expect(panel.getByText("The number is in the confirmation mail.")).toBeDefined();
  expect(root.activeElement).toBe(panel.getByLabelText("Order number"));

  fill("Order number", "LS-1");
  fill("E-mail address of the order", "mihai");
  await press("Find it");
  expect(panel.getByText("This is not an e-mail address. Is a letter missing?")).toBeDefined();
  expect(relay.told("/orders/find")).toEqual([]);
});

test("on a shared computer nothing of an order is left when the visitor ends and forgets", async () => {
  const { panel, type, composer, press } = await askedFor(aHelpfulRelay());
  expect(panel.getByText("Order LS-20871")).toBeDefined();
  type("Thank you");
  composer().form?.requestSubmit();
  await settle();

  for (const name of ["More", "End and forget on this device", "End and forget"]) await press(new RegExp(`^${name}`));

  expect(panel.getByText("Often asked")).toBeDefined();
  expect(panel.queryByText("Order LS-20871")).toBeNull();
  await press(/Where is my order/);
  expect(panel.getByLabelText<HTMLInputElement>("Order number").value).toBe("");
});

test("what was typed is there again after the panel was closed, and on no device", async () => {
  const { panel, fill, press, pressEscape, reopen } = await asking(aHelpfulRelay());
  fill("Order number", "LS-20871");
  pressEscape();
  pressEscape();
  expect(panel.queryByRole("dialog")).toBeNull();

  reopen();
  await press(/Where is my order/);

  expect(panel.getByLabelText<HTMLInputElement>("Order number").value).toBe("LS-20871");
  expect({ ...localStorage }).toEqual({});
});
