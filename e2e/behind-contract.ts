import { aConversationId } from "@shopbell/protocol/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hello } from "../apps/relay/src/testing/frame-peer.ts";
import { say } from "../apps/relay/src/testing/say.ts";
import { BehindStage, type StartProxy } from "./behind-stage.ts";

const SOCKETS_PER_ADDRESS = 50;
const conversationId = aConversationId(1);

/** What every example of a proxy must bring about. */
export function behindContract(startProxy: StartProxy): void {
  describe("with one relay up, and nobody where the other one should be", () => {
    let stage: BehindStage;
    beforeAll(async () => {
      stage = await BehindStage.open(startProxy, "nobody");
    });
    afterAll(() => stage?.close());

    test("pages and polls are served, each time", async () => {
      for (let attempt = 0; attempt < 5; attempt++) {
        expect((await fetch(`${stage.url}/console/`)).status).toBe(200);
        expect((await stage.poll([hello()])).status).toBe(200);
      }
    });

    test("visitor and agent talk over WebSockets", async () => {
      const visitor = await stage.visitor();
      await say(visitor, "Does the Alfama run small?", conversationId);
      const agent = await stage.agent();

      await say(agent, "Half a size.", conversationId);

      await visitor.first("entry.added", ({ entry }) => "text" in entry && entry.text === "Half a size.");
    });

    test("what is for the inside stays inside", async () => {
      for (const path of ["/metrics", "/readyz", "/healthz"]) {
        expect((await fetch(stage.url + path)).status).toBe(404);
      }
    });

    test("the limits count the address that the proxy sees, not the one that is claimed", async () => {
      const crowd = { from: "127.0.0.2" };
      for (let count = 0; count < SOCKETS_PER_ADDRESS; count++) {
        await stage.connect({ ...crowd, claims: `203.0.113.${count}` });
      }

      const oneMore = await stage.connect({ ...crowd, claims: "203.0.113.200" });
      const somebodyElse = await stage.connect({ from: "127.0.0.3", claims: "127.0.0.2" });
      somebodyElse.send(hello());

      expect(await oneMore.closed).toBe(4429);
      await somebodyElse.first("welcome");
    });
  });

  describe("with two relays", () => {
    let stage: BehindStage;
    beforeAll(async () => {
      stage = await BehindStage.open(startProxy, "relay");
    });
    afterAll(() => stage?.close());

    test("when one dies, everybody goes on over the other, and nothing that was said is missing", async () => {
      const before = await stage.visitor();
      const { token = null, epoch } = before.welcome;
      await say(before, "Before the crash", conversationId);
      await stage.agent();

      await stage.relays[0]?.kill();
      const agent = await stage.agent();
      const visitor = await stage.visitor(token, { [conversationId]: 0 }, epoch);
      const { entries } = await visitor.first("entries.replayed");
      await say(agent, "After the crash", conversationId);

      expect(entries).toMatchObject([{ text: "Before the crash" }]);
      await visitor.first("entry.added", ({ entry }) => "text" in entry && entry.text === "After the crash");
    });
  });
}
