import { expect, test } from "vitest";
import { acceptMail } from "./accept-mail.ts";
import { aContext, aCorrespondence, aLetter } from "./mail-builders.ts";

const REPLY = aContext({ replyTo: aCorrespondence() });

test("a reply with its token, from the address that it was sent to, joins", () => {
  expect(acceptMail(aLetter(), REPLY)).toMatchObject({ kind: "joins", conversation: { number: 1_001 } });
});

test("a token that somebody else shows begins something new at the same shop, and proves nothing", () => {
  const letter = aLetter({ from: { address: "mallory@mail.example", name: null } });

  expect(acceptMail(letter, REPLY)).toMatchObject({ kind: "begins", siteKey: "shoes", proved: false });
});

test("a conversation whose address came back is joined by nobody", () => {
  const context = aContext({ replyTo: aCorrespondence({ email: null }) });

  expect(acceptMail(aLetter(), context).kind).toBe("begins");
});

test("a reply of which our server says that it does not come from there begins something new", () => {
  expect(acceptMail(aLetter({ origin: "doubtful" }), REPLY)).toMatchObject({ kind: "begins", proved: false });
});

test("mail that belongs to nothing begins something at the first shop", () => {
  expect(acceptMail(aLetter(), aContext())).toMatchObject({ kind: "begins", siteKey: "hats", proved: false });
  expect(acceptMail(aLetter({ origin: "proved" }), aContext())).toMatchObject({ kind: "begins", proved: true });
});

test("no program confirms a mail that asks for that, nor one whose sender may be forged", () => {
  expect(acceptMail(aLetter(), aContext())).toMatchObject({ acknowledged: true });
  expect(acceptMail(aLetter({ wantsNoReceipt: true }), aContext())).toMatchObject({ acknowledged: false });
  expect(acceptMail(aLetter({ origin: "doubtful" }), aContext())).toMatchObject({ acknowledged: false });
});

test("before there is a shop, mail is kept where it is", () => {
  expect(acceptMail(aLetter(), aContext({ siteKey: null }))).toEqual({ kind: "refused", why: "no-site" });
});

test("what a program sends is never answered, whatever it points to", () => {
  expect(acceptMail(aLetter({ automatic: true }), REPLY)).toEqual({ kind: "ignored", why: "automatic" });
});

test("our own mail is no news", () => {
  expect(acceptMail(aLetter(), { ...REPLY, isOwn: true })).toEqual({ kind: "ignored", why: "own" });
});

test("a test message counts although it is our own, and automatic", () => {
  const context = aContext({ isTest: true, isOwn: true });

  expect(acceptMail(aLetter({ automatic: true }), context)).toEqual({ kind: "tested" });
});

test("a mail that comes back is known by its own Message-ID, or by the address that it came back to", () => {
  const letter = aLetter({ automatic: true, from: null, bounce: { recipient: "maria@mail.example", messageId: null } });
  const about = { kind: "bounced", address: "maria@mail.example", conversation: { number: 1_001 } };

  expect(acceptMail(letter, aContext({ returned: aCorrespondence() }))).toMatchObject(about);
  expect(acceptMail(letter, REPLY)).toMatchObject(about);
  expect(acceptMail(letter, aContext())).toEqual({ kind: "ignored", why: "bounce" });
});

test("mail from nobody, or with nothing in it, is left for people to look at", () => {
  expect(acceptMail(aLetter({ from: null }), aContext())).toEqual({ kind: "ignored", why: "no-sender" });
  expect(acceptMail(aLetter({ subject: "", text: "" }), aContext())).toEqual({ kind: "ignored", why: "empty" });
  expect(acceptMail(aLetter({ text: "" }), aContext()).kind).toBe("begins");
});
