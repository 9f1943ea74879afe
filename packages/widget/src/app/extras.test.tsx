// @vitest-environment happy-dom
import { aConversationId, aMessage, aMessageId, byAgent } from "@shopbell/protocol/testing";
import { act, fireEvent, within } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import type { Say } from "../contract.ts";
import { aHandover } from "../testing/a-handover.ts";
import { TICKET } from "../testing/a-waiting-page.ts";
import { aLine, knowing } from "../testing/fake-line.ts";
import { openCounter } from "./counter.ts";
import { wordsFor } from "./words.ts";

const ID = aConversationId();
let say: Say | undefined;

async function aPage(line: ReturnType<typeof aLine>) {
  localStorage.setItem("shopbell:lisboa:open", `1${ID}`);
  const handover = aHandover();
  act(() => {
    say = openCounter(handover, line, wordsFor(["en-GB"], "ltr"));
  });
  await vi.dynamicImportSettled();
  act(() => line.know({}));
  return within((handover.bell.getRootNode() as ShadowRoot).querySelector<HTMLElement>(".sb") as HTMLElement);
}

afterEach(() => {
  act(() => say?.("destroy"));
  localStorage.clear();
  vi.unstubAllGlobals();
});

const attachments = [
  { name: "boots.pdf", type: "application/pdf", size: 240_000, href: "/v1/files/f1" },
  { name: "setup.exe", type: "application/octet-stream", size: 10 },
];
const withFiles = knowing(ID, { entries: [aMessage({ author: byAgent(), channel: "email", attachments })] });

test("files that came by mail are opened by the link of the ticket; one that was refused is named without a link", async () => {
  const panel = await aPage(aLine({ ...withFiles, requests: { [ID]: TICKET } }));

  const file = panel.getByRole("link", { name: "boots.pdf" });
  expect(file.getAttribute("href")).toBe(`https://chat.example${TICKET.link}/files/f1`);
  expect(panel.getByText("240 kB")).toBeDefined();
  expect(panel.getByText(/setup\.exe/).textContent).toContain("could not be taken");
});

test("without a ticket a file is only named", async () => {
  const panel = await aPage(aLine(withFiles));

  expect(panel.getByText(/boots\.pdf/).textContent).toContain("240 kB");
  expect(panel.queryByRole("link")).toBeNull();
});

test("where we could not keep a message, its words can be taken along, and the contact page is named", async () => {
  const writeText = vi.fn(async (_text: string) => undefined);
  vi.stubGlobal("navigator", { ...navigator, onLine: true, languages: ["en"], clipboard: { writeText } });
  const refused = { conversationId: ID, writtenAt: 1, status: "failed", reason: "storage-failed" } as const;
  const outbox = ["My invoice", "please"].map((text, n) => ({ ...refused, id: aMessageId(n), text }));
  const panel = await aPage(aLine({ ...knowing(ID, {}), outbox }));

  fireEvent.click(panel.getByRole("button", { name: "Copy what I wrote" }));

  expect(writeText).toHaveBeenCalledWith("My invoice\n\nplease");
  expect(await panel.findByRole("button", { name: "Copied" })).toBeDefined();
  expect(panel.getByRole("link", { name: "Write on our contact page" }).getAttribute("href")).toBe(
    "https://chat.example/c/lisboa",
  );
});
