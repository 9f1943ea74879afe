// @vitest-environment happy-dom
import { EMPTY_THREAD } from "@shopbell/client";
import { aConversationId, aSummary } from "@shopbell/protocol/testing";
import type { ConversationOrders, OrderStatus } from "@shopbell/protocol/types";
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { aFakeLine } from "../../testing/fake-line.ts";
import { aQueryClient, button, renderAtDesk, the, typeInto } from "../../testing/render.tsx";
import { Pane } from "../pane.tsx";
import { ordersQuery } from "./orders-query.ts";

const ID = aConversationId(1);
const PATH = `/v1/agent/conversations/${ID}/orders`;
let remove: () => void;
afterEach(() => {
  remove();
  vi.unstubAllGlobals();
  localStorage.clear();
});

function anOrder(number: string): OrderStatus {
  const steps = [{ kind: "placed" as const, at: 1_000, place: null }];
  return {
    number,
    steps,
    items: [{ name: "Belém loafer", quantity: 1, picture: null }],
    expectedOn: null,
    carrier: null,
  };
}

function found(changes: Partial<ConversationOrders> = {}): ConversationOrders {
  return { orders: [], email: null, enabled: true, down: false, ...changes };
}

/** A pane whose relay knows these orders, by what it is asked for. */
function show(answers: Record<string, ConversationOrders>, row = aSummary(), queries = aQueryClient()) {
  vi.stubGlobal("fetch", async (path: string) => {
    const answer = answers[path];
    return answer ? Response.json(answer) : Response.json({ code: "not-found" }, { status: 404 });
  });
  const thread = { ...EMPTY_THREAD, loaded: true };
  const line = aFakeLine({ inbox: { [ID]: row }, threads: { [ID]: thread } });
  const board = {
    panes: [ID],
    current: ID,
    wish: null,
    placeOf: () => 1,
    open: vi.fn(),
    touch: vi.fn(),
    close: vi.fn(),
  };
  remove = renderAtDesk(line, <Pane id={ID} place={1} board={board} phone={false} onMakeAnswer={vi.fn()} />, {
    queries,
  });
}

function eventually(expectation: () => void) {
  return act(() => vi.waitFor(expectation, { timeout: 5_000 }));
}

async function openOrders() {
  await eventually(() => button("Orders"));
  await act(async () => {
    button("Orders").click();
    await import("./pane-orders.tsx"); // what is shown then is fetched only then
  });
}

async function lookUp(number: string) {
  typeInto(the<HTMLInputElement>("input"), number);
  await act(async () => button("Look up").click());
}

test("the orders of a proved address lie beside the chat, and one is put into the reply", async () => {
  show({ [PATH]: found({ email: "rui@mail.example", orders: [anOrder("LS-1"), anOrder("LS-2")] }) });
  await openOrders();

  expect(the("section section").textContent).toContain("Orders of rui@mail.example");
  expect([...document.querySelectorAll("details")].map(({ open }) => open)).toEqual([true, false]);
  act(() => button("Put into the reply").click());

  expect(the<HTMLTextAreaElement>("textarea").value).toBe("We have your order LS-1.");
});

test("without a proved address an order is found by its number, or said to be unknown", async () => {
  show({
    [PATH]: found(),
    [`${PATH}?number=LS-1`]: found({ orders: [anOrder("LS-1")] }),
    [`${PATH}?number=LS%2F9`]: found(),
  });
  await openOrders();
  expect(the("section section").textContent).toContain("make sure that it is theirs");

  await lookUp("LS-1");
  await eventually(() => expect(the("details").textContent).toContain("1 × Belém loafer"));
  await lookUp("LS/9");
  await eventually(() => expect(the("section section").textContent).toContain("No order has the number LS/9."));
});

test("a shop's system that is down says so", async () => {
  show({ [PATH]: found({ email: "rui@mail.example", down: true }) });
  await openOrders();

  expect(the("section section").textContent).toContain("does not answer just now");
  expect(the("section section").textContent).not.toContain("No orders");
});

test("a closed conversation has nothing to put a sentence into", async () => {
  show({ [PATH]: found({ email: "rui@mail.example", orders: [anOrder("LS-1")] }) }, aSummary({ state: "closed" }));
  await openOrders();

  expect(the("details").textContent).not.toContain("Put into the reply");
});

test("where orders are not looked up there is nothing of them", async () => {
  const queries = aQueryClient();
  show({ [PATH]: found({ enabled: false }) }, aSummary(), queries);
  await eventually(() => expect(queries.getQueryData(ordersQuery(ID).queryKey)).toBeDefined());

  expect(document.body.textContent).not.toContain("Orders");
});
