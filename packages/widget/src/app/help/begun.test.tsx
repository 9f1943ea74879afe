// @vitest-environment happy-dom
import { aMessage } from "@shopbell/protocol/testing";
import type { ConversationId } from "@shopbell/protocol/types";
import { act, fireEvent } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { aFace, aHandover } from "../../testing/a-handover.ts";
import { aHelpedPage, aHelpfulRelay, leaveShop, settle } from "../../testing/a-helped-page.ts";
import { knowing } from "../../testing/fake-line.ts";

afterEach(leaveShop);

test("a message goes out at once, and what was searched for is reported when the relay has the conversation", async () => {
  const relay = aHelpfulRelay();
  const { type, composer, line } = await aHelpedPage(relay);
  type("do you resole boots");

  fireEvent.keyDown(composer(), { key: "Enter" });
  const id = line.asked.find(([name]) => name === "send")?.[1] as ConversationId;
  await settle();
  expect(id).toBeDefined();
  expect(relay.reports()).toEqual([]);

  act(() => line.know(knowing(id, { entries: [aMessage()] })));
  await settle();

  expect(relay.reports()).toMatchObject([{ words: "do you resole boots", found: 0, conversationId: id }]);
});

test("a shop with nothing to help oneself with is asked for nothing", async () => {
  const fetch = vi.fn(() => new Promise<Response>(() => undefined));
  await aHelpedPage({ fetch });
  expect(fetch).toHaveBeenCalledWith(expect.stringContaining("/help?"), expect.anything());
  leaveShop();
  fetch.mockClear();

  await aHelpedPage({ fetch }, {}, aHandover(aFace({ helps: false })));

  expect(fetch).not.toHaveBeenCalledWith(expect.stringContaining("/help?"), expect.anything());
});
