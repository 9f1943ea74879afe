import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { World } from "./world.ts";

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterEach(async () => {
  world.network.heal();
  expect(await world.everybodyLeaves()).toEqual([]);
});
afterAll(() => world?.close());

test("[C3] a reload in mid-send: the message was stored, its answer was lost, and everybody sees it once", async () => {
  const ana = await world.agent();
  const visitor = await world.visitor();
  await visitor.ring();
  await visitor.says("Hello");
  await visitor.sign(/^Sent/);
  const pane = await ana.opens("Hello");

  world.network.swallowAnswers();
  await visitor.says("Is it in stock?");
  await visitor.sign(/^Sending/);
  await visitor.page.reload({ waitUntil: "commit" }).catch(() => {});
  world.network.cut();
  world.network.heal();
  await visitor.page.goto(`${world.shop.origin}/`);

  await visitor.sees("Is it in stock?");
  await visitor.sign(/^Sent|^Seen/);
  await ana.sees(pane, "Is it in stock?");
});

test("[C3] the network goes and comes back: what both wrote meanwhile arrives once, in order", async () => {
  const ana = await world.agent();
  const visitor = await world.visitor();
  await visitor.ring();
  await visitor.says("Good afternoon");
  const pane = await ana.opens("Good afternoon");

  world.network.cut();
  await visitor.panel.getByText("No connection.").waitFor();
  await ana.page.getByText(/Connecting again/).waitFor();
  for (const text of ["one", "two", "three"]) await visitor.says(text);
  await ana.answers(pane, "I am here");
  world.network.heal();

  for (const text of ["one", "two", "three"]) await ana.sees(pane, text);
  await visitor.sees("I am here");
  const order = await pane
    .getByRole("log")
    .getByText(/^(one|two|three)$/)
    .allInnerTexts();
  expect(order).toEqual(["one", "two", "three"]);
});

test("[C3] the relay is killed in mid-chat and started again: nothing confirmed is lost, nothing is shown twice", async () => {
  const ana = await world.agent();
  const visitor = await world.visitor();
  await visitor.ring();
  await visitor.says("Before the crash");
  await visitor.sign(/^Sent/);
  const pane = await ana.opens("Before the crash");
  await ana.answers(pane, "I read you");
  await visitor.sees("I read you");

  await world.relay.kill();
  await visitor.says("During the crash");
  await ana.answers(pane, "Written while it was down");
  await world.relay.start();

  await visitor.sees("Written while it was down");
  await ana.sees(pane, "During the crash");
  for (const text of ["Before the crash", "I read you", "During the crash"]) await visitor.sees(text);
  await visitor.page.reload();
  for (const text of ["Before the crash", "I read you", "During the crash", "Written while it was down"])
    await visitor.sees(text);
});

test("[B5] where WebSockets are blocked, the chat goes on by polls", async () => {
  const ana = await world.agent();
  const visitor = await world.visitor();
  await visitor.page.routeWebSocket(/\/socket$/, (socket) => socket.close());
  await visitor.page.addInitScript(() => {
    Object.defineProperty(window, "WebSocket", {
      value: class extends EventTarget {
        readyState = 3;
        onclose: ((event: CloseEvent) => void) | undefined;
        constructor() {
          super();
          queueMicrotask(() => this.onclose?.(new CloseEvent("close", { code: 1006 })));
        }
        send() {}
        close() {}
      },
    });
  });
  await visitor.page.reload();

  await visitor.ring();
  await visitor.says("Behind a strict proxy");
  const pane = await ana.opens("Behind a strict proxy");
  await ana.answers(pane, "Still reachable");

  await visitor.sees("Still reachable");
  await visitor.sign(/^Seen/);
});
