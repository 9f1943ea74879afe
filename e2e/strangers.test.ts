import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Visitor } from "./people.ts";
import { ShopServer, shopPage } from "./shop-server.ts";
import { World } from "./world.ts";

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterEach(async () => expect(await world.everybodyLeaves()).toEqual([]));
afterAll(() => world?.close());

test("[K2] visitor B does not see A's conversation, not even with its id", async () => {
  const [a, b] = await Promise.all([world.visitor(), world.visitor()]);
  await a.ring();
  await a.says("My order is LS-20871");
  await a.sign(/^Sent/);
  await b.ring();
  await b.says("Hello from B");
  await b.sign(/^Sent/);
  const answers = await b.page.evaluate(askForForeignConversation, {
    address: `${world.relay.url.replace("http", "ws")}/v1/sites/${world.siteKey}/socket`,
    tokenKey: `shopbell:${world.siteKey}:token`,
    conversationId: await conversationOf(a),
  });

  expect(answers.map((frame) => frame.type)).toEqual(["welcome", "problem", "message.refused"]);
  expect(answers.at(1)).toMatchObject({ code: "not-found" });
  expect(answers.at(2)).toMatchObject({ reason: "not-found" });
  expect(JSON.stringify(answers)).not.toContain("LS-20871");
  await b.doesNotSee("LS-20871");
});

/** Visitor A's own conversation id, by A's own token: the premise of the test above. */
function conversationOf(visitor: Visitor): Promise<string> {
  return visitor.page.evaluate(
    ({ address, tokenKey }) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(address);
        socket.onopen = () =>
          socket.send(
            JSON.stringify({
              type: "hello",
              protocol: 1,
              cursors: {},
              epoch: null,
              token: localStorage.getItem(tokenKey),
            }),
          );
        socket.onmessage = ({ data }) => {
          const frame = JSON.parse(data);
          if (frame.type === "welcome") resolve(frame.conversations[0].id);
        };
      }),
    {
      address: `${world.relay.url.replace("http", "ws")}/v1/sites/${world.siteKey}/socket`,
      tokenKey: `shopbell:${world.siteKey}:token`,
    },
  );
}

/** Runs in B's page: opens and writes to a conversation that is not B's. */
function askForForeignConversation({
  address,
  tokenKey,
  conversationId,
}: Record<"address" | "tokenKey" | "conversationId", string>) {
  return new Promise<{ type: string }[]>((resolve) => {
    const heard: { type: string }[] = [];
    const socket = new WebSocket(address);
    socket.onopen = () =>
      socket.send(
        JSON.stringify({ type: "hello", protocol: 1, cursors: {}, epoch: null, token: localStorage.getItem(tokenKey) }),
      );
    socket.onmessage = ({ data }) => {
      const frame = JSON.parse(data);
      heard.push(frame);
      if (frame.type === "message.refused") resolve(heard);
      if (frame.type !== "welcome") return;
      socket.send(JSON.stringify({ type: "conversation.open", conversationId, after: null }));
      const message = { type: "message.send", conversationId, id: "f".repeat(32), text: "let me in", start: true };
      socket.send(JSON.stringify(message));
    };
  });
}

test("[K4] a shop that is not on the site's list gets no bell and no socket", async () => {
  const copycat = await ShopServer.open();
  copycat.page("/", { html: shopPage(world.snippet) });
  const visitor = await Visitor.enter(world.browser, `${copycat.origin}/`);
  const face = `${world.relay.url}/v1/sites/${world.siteKey}`;
  expect((await fetch(face, { headers: { origin: world.shop.origin } })).status).toBe(200);
  expect((await fetch(face, { headers: { origin: copycat.origin } })).status).toBe(403);
  await visitor.page.waitForLoadState("networkidle");

  const opened = await visitor.page.evaluate(
    (address) =>
      new Promise<boolean>((resolve) => {
        const socket = new WebSocket(address);
        socket.onopen = () => resolve(true);
        socket.onerror = () => resolve(false);
      }),
    `${world.relay.url.replace("http", "ws")}/v1/sites/${world.siteKey}/socket`,
  );

  expect(opened).toBe(false);
  expect(await visitor.bell.count()).toBe(0);
  await visitor.leave();
  await copycat.close();
});

test("text is shown as text, wherever it is shown", async () => {
  const ana = await world.agent();
  const visitor = await world.visitor();
  await visitor.ring();
  const payloads = [
    `<img src=x onerror=alert(1)>`,
    `<script>alert(1)</script>`,
    `"><svg/onload=alert(1)>`,
    `javascript:alert(1)`,
    `{{7*7}} \${7*7}`,
    `</textarea><iframe srcdoc="<script>parent.alert(1)</script>">`,
  ];
  for (const payload of payloads) {
    await visitor.says(payload);
    await visitor.sign(/^Sent|^Seen/);
  }
  const pane = await ana.opens(payloads.at(-1) ?? "");

  for (const payload of payloads) {
    await ana.sees(pane, payload);
    await ana.answers(pane, `echo ${payload}`);
    await visitor.sees(`echo ${payload}`);
  }
  expect(await pane.locator("a[href^='javascript']").count()).toBe(0);
  expect(await visitor.panel.locator("a[href^='javascript']").count()).toBe(0);
});
