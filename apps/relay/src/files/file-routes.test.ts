import { aConversationId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openVisitor, say, startRelay, TestClock, type TestRelay } from "../testing/index.ts";
import type { StoredFile } from "./file.ts";
import { FileLinks } from "./file-links.ts";

const MINUTE = 60_000;
const ID = "f".repeat(32);

let relay: TestRelay;
let clock: TestClock;
beforeEach(async () => {
  clock = new TestClock();
  relay = await startRelay({ clock });
  await say(await openVisitor(relay), "hello", aConversationId());
});
afterEach(() => relay.stop());

async function aFile(changes: Partial<StoredFile> = {}): Promise<void> {
  const file: StoredFile = {
    id: ID,
    name: "Conta nº 1.pdf",
    type: "application/pdf",
    content: Buffer.from("%PDF-1.7"),
  };
  await relay.parts.files.store.add({ ...file, ...changes }, aConversationId());
}

function get(path: string, cookie = "") {
  return fetch(`${relay.url}${path}`, { headers: { cookie }, redirect: "manual" });
}

async function linkForAna(): Promise<string> {
  const answer = await get(`/v1/files/${ID}`, relay.owner.cookie);
  expect(answer.status).toBe(302);
  return answer.headers.get("location") ?? "";
}

test("an agent is led to a file, which is saved and never shown as a page", async () => {
  await aFile();

  const answer = await get(await linkForAna());

  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe("%PDF-1.7");
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": `attachment; filename="Conta n_ 1.pdf"; filename*=UTF-8''Conta%20n%C2%BA%201.pdf`,
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
  });
});

test("a picture that was made anew may be shown", async () => {
  await aFile({ name: "shoe.png", type: "image/png" });

  const answer = await get(await linkForAna());

  expect(answer.headers.get("content-disposition")).toMatch(/^inline; /);
});

test("a link works for ten minutes", async () => {
  await aFile();
  const link = await linkForAna();

  clock.advance(9 * MINUTE);
  expect((await get(link)).status).toBe(200);
  clock.advance(MINUTE);
  expect((await get(link)).status).toBe(404);
});

test("nobody else is led to a file, and no link is made up", async () => {
  await aFile();
  const link = await linkForAna();
  const later = link.replace(/until=\d+/, `until=${clock.now() + 99 * MINUTE}`);

  expect((await get(`/v1/files/${ID}`)).status).toBe(401);
  expect((await get(`/files/${ID}/a.pdf`)).status).toBe(400);
  expect((await get(later)).status).toBe(404);
  expect((await get(link.replace(ID, "e".repeat(32)))).status).toBe(404);
  expect((await get(new FileLinks(Buffer.alloc(32)).linkTo(ID, "a.pdf", clock.now()))).status).toBe(404);
  expect((await get(`/v1/files/${"e".repeat(32)}`, relay.owner.cookie)).status).toBe(404);
});

test("a name is no header, and its length no matter", async () => {
  await aFile({ name: `${'é"'.repeat(45)}\r\nx.pdf` });

  const answer = await get(await linkForAna());

  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).not.toMatch(/é|\r|\n|""/);
});
