import { aConversationId } from "@shopbell/protocol/testing";
import { expect, test } from "vitest";
import { Links, readToken } from "./links.ts";

const links = new Links(Buffer.from("a secret of this installation"));
const request = { id: aConversationId(1), number: 1042, email: "maria@mail.example" };
const other = { id: aConversationId(2), number: 1042, email: "maria@mail.example" };

function tokenIn(path: string): string {
  return readToken(path.replace("/r/", ""))?.token ?? "";
}

test("a link opens the conversation that it was made for, and says which way in it is", () => {
  expect(links.opens(request, tokenIn(links.requestPath(request)))).toBe("shown");
  expect(links.opens(request, tokenIn(links.mailedPath(request, request.email)))).toBe("mailed");
});

test("a link opens no other conversation, whatever its number", () => {
  expect(links.opens(other, tokenIn(links.requestPath(request)))).toBeNull();
  expect(links.opens(other, tokenIn(links.mailedPath(request, request.email)))).toBeNull();
});

test("a mailed link opens only while the address is the one it was mailed to", () => {
  const token = tokenIn(links.mailedPath(request, request.email));

  expect(links.opens({ ...request, email: "rui@mail.example" }, token)).toBeNull();
  expect(links.opens({ ...request, email: null }, token)).toBeNull();
});

test("a token for one purpose is none for another", () => {
  const reply = readToken(links.replyToken(request, request.email))?.token ?? "";

  expect(links.isReplyTo(request, reply)).toBe(true);
  expect(links.opens(request, reply)).toBeNull();
  expect(links.isReplyTo(request, tokenIn(links.requestPath(request)))).toBe(false);
});

test("a reply token counts only while answers go to the address that it was mailed to, whatever its capitals", () => {
  const token = readToken(links.replyToken(request, request.email))?.token ?? "";

  expect(links.isReplyTo(request, token.toUpperCase())).toBe(true);
  expect(links.isReplyTo({ ...request, email: "rui@mail.example" }, token)).toBe(false);
  expect(links.isReplyTo({ ...request, email: null }, token)).toBe(false);
});

test("another installation's links open nothing", () => {
  const foreign = new Links(Buffer.from("another secret"));

  expect(links.opens(request, tokenIn(foreign.requestPath(request)))).toBeNull();
});

test("a token as long as ours in other letters is refused, not a fault", () => {
  expect(links.opens(request, "é".repeat(26))).toBeNull();
  expect(links.isReplyTo(request, "é".repeat(26))).toBe(false);
});

test.each([
  "",
  "1042",
  "1042-",
  `1042-${"a".repeat(25)}`,
  `1042-${"a".repeat(27)}`,
  `-1-${"a".repeat(26)}`,
  `1042-${"1".repeat(26)}`,
])("%j is no token", (text) => {
  expect(readToken(text)).toBeUndefined();
});

test("a number that no database holds is none", () => {
  expect(readToken(`${"9".repeat(10)}-${"a".repeat(26)}`)).toBeUndefined();
});
