import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { World } from "./world.ts";

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterEach(async () => expect(await world.everybodyLeaves()).toEqual([]));
afterAll(() => world?.close());

test("[C1] a visitor rings, an agent answers; both see typing, sent and seen", async () => {
  const ana = await world.agent("Ana");
  const visitor = await world.visitor();

  await visitor.ring();
  await visitor.says("Does the Alfama run small?");
  await visitor.sign(/^Sent/);
  const pane = await ana.opens("Does the Alfama run small?");
  await visitor.sign(/^Seen/);

  await pane.getByRole("textbox").pressSequentially("Half a");
  await visitor.panel.getByRole("img", { name: /typing/i }).waitFor();
  await ana.answers(pane, "Half a size. Take the 43.");
  await visitor.sees("Half a size. Take the 43.");
  await visitor.log.getByText(/^Ana joined at/).waitFor();
  await pane.getByText(/^Seen/).waitFor();

  await visitor.types("Than");
  await pane.getByText(/is typing/).waitFor();
});

test("[C2] three visitors at once, two agents at once, and nothing mixed up", async () => {
  const [ana, joao] = await Promise.all([world.agent("Ana"), world.agent("João")]);
  const visitors = await Promise.all(
    ["first", "second", "third"].map(async (name) => ({ name, visitor: await world.visitor() })),
  );
  for (const { name, visitor } of visitors) {
    await visitor.ring();
    await visitor.says(`I am the ${name}`);
  }

  for (const [index, { name }] of visitors.entries()) {
    const agent = index === 1 ? joao : ana;
    const pane = await agent.opens(`I am the ${name}`);
    await agent.answers(pane, `Hello, ${name}`);
  }

  for (const { name, visitor } of visitors) {
    await visitor.sees(`Hello, ${name}`);
    await visitor.says(`Thanks from the ${name}`);
  }
  await ana.sees(ana.pane("I am the first"), "Thanks from the first");
  await ana.sees(ana.pane("I am the third"), "Thanks from the third");
  await joao.sees(joao.pane("I am the second"), "Thanks from the second");
  for (const { name, visitor } of visitors) {
    for (const other of visitors) if (other.name !== name) await visitor.doesNotSee(`Hello, ${other.name}`);
  }
});

test("an agent takes a conversation, closes it, and the visitor's next words open it again", async () => {
  const ana = await world.agent("Ana");
  const visitor = await world.visitor();
  await visitor.ring();
  await visitor.says("Is the Sintra boot waterproof?");
  const pane = await ana.opens("Is the Sintra boot waterproof?");

  await pane.getByRole("button", { name: "Take", exact: true }).click();
  await pane.getByText("You, chat").waitFor();
  await pane.getByRole("button", { name: "Close conversation" }).click();
  await visitor.log.getByText(/^Closed at/).waitFor();

  await visitor.says("One more thing");
  await ana.tab("Mine");
  await ana.row("One more thing").waitFor();
  await ana.sees(pane, "One more thing");
});

test("a second agent sees who has taken a conversation, and cannot take it too", async () => {
  const [ana, joao] = await Promise.all([world.agent("Ana"), world.agent("João")]);
  const visitor = await world.visitor();
  await visitor.ring();
  await visitor.says("Who answers me?");
  const anas = await ana.opens("Who answers me?");
  const joaos = await joao.opens("Who answers me?");
  await joaos.getByRole("button", { name: "Take", exact: true }).waitFor();

  await anas.getByRole("button", { name: "Take", exact: true }).click();

  await joaos.getByText("Ana, chat").waitFor();
  expect(await joaos.getByRole("button", { name: "Take", exact: true }).count()).toBe(0);
});
