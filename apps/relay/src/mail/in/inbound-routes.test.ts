import { afterEach, beforeEach, expect, test } from "vitest";
import { startRelay, type TestRelay } from "../../testing/start-relay.ts";
import { MAX_MAIL_BYTES } from "./letter.ts";
import { aMail } from "./mail-builders.ts";
import { conversationsOf } from "./test-mail-desk.ts";

const SECRET = "sixteen letters!";
const HEADERS = { authorization: `Bearer ${SECRET}`, "content-type": "message/rfc822" };

let relay: TestRelay;
beforeEach(async () => {
  relay = await startRelay({ env: { INBOUND_EMAIL_SECRET: SECRET } });
});
afterEach(() => relay.stop());

function post(mail: Buffer, headers: Record<string, string> = HEADERS, to = relay) {
  return fetch(`${to.url}/v1/mail/inbound`, { method: "POST", headers, body: new Uint8Array(mail) });
}

test.each(["message/rfc822", "application/octet-stream"])("a mail is taken as %s, and is a request", async (type) => {
  const answer = await post(aMail(), { ...HEADERS, "content-type": type });

  expect(answer.status).toBe(202);
  expect(await answer.json()).toEqual({ outcome: "began" });
  expect(await conversationsOf(relay)).toMatchObject([{ channel: "email", email: "maria@mail.example" }]);
});

test("what nobody is to see is taken all the same, so that it does not come again", async () => {
  const answer = await post(aMail({ headers: { "Auto-Submitted": "auto-replied" } }));

  expect(answer.status).toBe(202);
  expect(await answer.json()).toEqual({ outcome: "ignored" });
});

test.each([
  ["no secret", {}],
  ["another secret", { authorization: "Bearer sixteen letters?" }],
  ["the secret under another name", { authorization: `Basic ${SECRET}` }],
])("nobody hands in mail with %s", async (_, headers) => {
  const answer = await post(aMail(), { "content-type": "message/rfc822", ...headers });

  expect(answer.status).toBe(401);
  expect(await conversationsOf(relay)).toEqual([]);
});

test("a mail that is too large is refused as that", async () => {
  expect((await post(Buffer.alloc(MAX_MAIL_BYTES + 1, "a"))).status).toBe(413);
});

test("what is no mail is refused, and so is a mail that cannot be read", async () => {
  const nested = Array.from(
    { length: 100 },
    (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`,
  );

  expect((await post(Buffer.from("{}"), { ...HEADERS, "content-type": "application/json" })).status).toBe(400);
  expect((await post(Buffer.from(nested.join("")))).status).toBe(400);
});

test("a mail that could not be stored is refused for now, and taken when it comes again", async () => {
  const { db } = relay.parts.storage;
  await db.schema.alterTable("entries").renameTo("elsewhere").execute();

  const refused = await post(aMail());
  expect(refused.status).toBe(503);
  expect(refused.headers.get("retry-after")).toBe("60");

  await db.schema.alterTable("elsewhere").renameTo("entries").execute();
  expect((await post(aMail())).status).toBe(202);
  expect(await conversationsOf(relay)).toHaveLength(1);
});

test("without a secret there is no such address", async () => {
  const closed = await startRelay();

  expect((await post(aMail(), HEADERS, closed)).status).toBe(404);

  await closed.stop();
});
