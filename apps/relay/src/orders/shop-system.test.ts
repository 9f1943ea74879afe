import { afterEach, beforeEach, expect, test } from "vitest";
import { anOrder } from "./testing/builders.ts";
import { OrderStage, whole } from "./testing/order-stage.ts";

const MARIA = "maria@example.com";

let stage: OrderStage;
beforeEach(async () => {
  stage = await OrderStage.open();
});
afterEach(() => stage.close());

test("the shop's own system is asked for what was not pushed", async () => {
  await stage.tell(anOrder());
  await stage.useSystem();
  stage.system.orders = [anOrder({ number: "LS-2" })];

  expect((await stage.find("LS-20871", MARIA)).status).toBe(200);
  expect(stage.system.asked).toEqual([]);
  expect((await stage.find("LS-2", MARIA)).status).toBe(200);
  expect(stage.system.asked).toEqual(["LS-2"]);
});

test("the shop's own system is asked for another's order as for one that is unknown, so that the time it takes tells nothing", async () => {
  await stage.tell(anOrder());
  await stage.useSystem();

  await stage.find("LS-20871", "joao@example.com");
  await stage.find("LS-404", "joao@example.com");

  expect(stage.system.asked).toEqual(["LS-20871", "LS-404"]);
});

test("the shop's own system is asked once by who looks twice, and again a little later", async () => {
  await stage.useSystem();
  stage.system.orders = [anOrder()];
  for (const _ of [1, 2]) expect((await stage.find("LS-20871", MARIA)).status).toBe(200);
  expect(stage.system.asked).toHaveLength(1);

  stage.clock.advance(15_000);
  await stage.find("LS-20871", MARIA);
  expect(stage.system.asked).toHaveLength(2);
});

test("the shop's own system is asked at once when an owner has changed where it is, or with what it is opened", async () => {
  await stage.useSystem();
  stage.system.isDown = true;
  for (const number of ["LS-1", "LS-2", "LS-3"]) await stage.find(number, MARIA);
  stage.system.isDown = false;
  stage.system.orders = [anOrder()];
  expect((await stage.find("LS-20871", MARIA)).status).toBe(503);

  const url = `http://${stage.system.host}/orders`;
  await stage.setSource({ kind: "endpoint", url, secret: "another secret of more than thirty-two characters" });

  expect((await stage.find("LS-20871", MARIA)).status).toBe(200);
});

test("the shop's own system that tells of an order what cannot be shown does not know it, and goes on being asked for others", async () => {
  await stage.useSystem();
  const odd = ["LS-1", "LS-2", "LS-3"].map((number) => anOrder({ number, steps: [] }));
  stage.system.orders = [...odd, anOrder()];
  const unknown = await whole(await stage.find("LS-404", MARIA));

  for (const { number } of odd) expect(await whole(await stage.find(number, MARIA))).toEqual(unknown);

  expect((await stage.find("LS-20871", MARIA)).status).toBe(200);
});

test("the shop's own system that is down says so alike for every order, and is left alone after three failures", async () => {
  await stage.tell(anOrder());
  await stage.useSystem();
  stage.system.orders = [anOrder({ number: "LS-2" })];
  stage.system.isDown = true;

  const answers = [];
  for (const [number, email] of [
    ["LS-2", MARIA],
    ["LS-404", MARIA],
    ["LS-20871", "joao@example.com"],
    ["LS-2", MARIA],
  ] as const)
    answers.push(await whole(await stage.find(number, email)));
  expect(answers[0]).toMatchObject({ status: 503, body: expect.stringContaining("orders-down") });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(stage.system.asked).toHaveLength(3);

  stage.system.isDown = false;
  expect((await stage.find("LS-2", MARIA)).status).toBe(503);
  stage.clock.advance(30_000);
  expect((await stage.find("LS-2", MARIA)).status).toBe(200);
});
