import type { ConversationOrders } from "@shopbell/protocol";
import { aConversationId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openVisitor, say } from "../testing/index.ts";
import { statusOf } from "./order-status.ts";
import { anOrder } from "./testing/builders.ts";
import { OrderStage } from "./testing/order-stage.ts";

const MARIA = "maria@example.com";
const BESIDE = `conversations/${aConversationId()}/orders`;

let stage: OrderStage;
beforeEach(async () => {
  stage = await OrderStage.open();
  const maria = await openVisitor(stage.relay);
  await say(maria, "Where is my order?");
  maria.close();
  await stage.useSystem();
  stage.system.orders = [anOrder(), anOrder({ number: "LS-2", email: "joao@example.com" })];
});
afterEach(() => stage.close());

async function beside(query = ""): Promise<ConversationOrders> {
  const response = await stage.asAgent(`${BESIDE}${query}`, {}, await stage.relay.addAgent("Joao"));
  expect(response.status).toBe(200);
  return (await response.json()) as ConversationOrders;
}

/** Maria types an address. @param verifiedAt when it was proved that she reads it */
async function name(email: string, verifiedAt: number | null): Promise<void> {
  const change = { email, email_verified_at: verifiedAt };
  await stage.relay.parts.storage.db.updateTable("conversations").set(change).execute();
}

test("an address that was proved brings its orders, those of the shop's system and those that were pushed", async () => {
  const { token } = await stage.mint();
  const newer = anOrder({ number: "LS-3", steps: [{ kind: "placed", at: stage.clock.now(), place: null }] });
  await stage.push(newer, token);
  await stage.push(anOrder({ number: "ls-20871" }), token);
  await name(MARIA, 1);

  const { orders, ...rest } = await beside();

  expect(orders.map(({ number }) => number)).toEqual(["LS-3", "ls-20871"]);
  expect(orders[0]).toEqual(statusOf(newer));
  expect(rest).toEqual({ email: MARIA, enabled: true, down: false });
});

test("an address that nobody proved brings nothing, and is not asked for", async () => {
  await name(MARIA, null);

  expect(await beside()).toEqual({ orders: [], email: null, enabled: true, down: false });
  expect(stage.system.asked).toEqual([]);
});

test("agents look an order up by its number, whoever writes", async () => {
  expect(await beside("?number=LS-2")).toMatchObject({ orders: [{ number: "LS-2" }], email: null });
  expect(await beside("?number=LS-404")).toMatchObject({ orders: [] });
});

test("a system that is down says so beside the conversation, where what was pushed still stands", async () => {
  stage.system.isDown = true;
  await name(MARIA, 1);

  const { token } = await stage.mint();
  await stage.push(anOrder({ number: "LS-3" }), token);

  expect(await beside()).toMatchObject({ orders: [{ number: "LS-3" }], email: MARIA, enabled: true, down: true });
  expect(await beside("?number=LS-2")).toMatchObject({ orders: [], down: true });
  expect(await beside("?number=LS-3")).toMatchObject({ orders: [{ number: "LS-3" }], down: false });
});

test("where orders are not looked up there is nothing to show", async () => {
  await stage.setSource({ kind: "off" });

  expect(await beside("?number=LS-2")).toEqual({ orders: [], email: null, enabled: false, down: false });
});

test("nobody else looks beside a conversation", async () => {
  const gone = await stage.relay.addAgent("Gone");
  await stage.relay.parts.storage.db
    .updateTable("agents")
    .set({ disabled_at: 1 })
    .where("id", "=", gone.agent.id)
    .execute();

  for (const who of [gone, { ...gone, cookie: "" }]) expect((await stage.asAgent(BESIDE, {}, who)).status).toBe(401);
  expect((await stage.asAgent(`conversations/${aConversationId(2)}/orders`)).status).toBe(404);
  expect((await stage.asAgent("conversations/1/orders")).status).toBe(404);
  expect((await stage.asAgent(`${BESIDE}?number=%00`)).status).toBe(400);
});
