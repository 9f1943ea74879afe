import { expect, test } from "vitest";
import { MAX_MAIL_BYTES } from "./letter.ts";
import { aBounceMail, aMail, aMailOf, anAttached } from "./mail-builders.ts";
import { readingInTurn, readMailAside } from "./mail-thread.ts";
import { readMail } from "./read-mail.ts";

async function letterIn(mail: Uint8Array, serverName: string | null = null) {
  const read = await readMail(mail, serverName);
  if (read.kind !== "read") throw new Error(read.why);
  return read.letter;
}

const checked = (results: string) => aMail({ headers: { "Authentication-Results": results } });

test("a reply is read without the mail that it answers", async () => {
  const body =
    "Thank you!\r\n\r\nOn Mon, 5 Jan 2026 at 09:00, Ana <help@shop.example> wrote:\r\n> They are on their way.";

  const letter = await letterIn(aMail({ body }));

  expect(letter.newText).toBe("Thank you!");
  expect(letter.text).toContain("on their way");
});

test("a reply that is nothing but a quotation is not empty", async () => {
  expect((await letterIn(aMail({ body: "> They are on their way." }))).newText).toContain("on their way");
});

test("everybody it was sent or delivered to is a recipient, in lower case", async () => {
  const headers = { To: "Help <HELP+1001-Token@shop.example>", Cc: "Friends: a@b.example, c@d.example;" };

  const { recipients } = await letterIn(aMail({ headers: { ...headers, "Delivered-To": "box@shop.example" } }));

  expect(recipients).toEqual(["help+1001-token@shop.example", "a@b.example", "c@d.example", "box@shop.example"]);
});

test("names and subjects are one line that can be stored", async () => {
  const hostile = "=?utf-8?Q?Maria=0D=0ABcc=3A_all=40shop.example=00=ED=A0=80?=";

  const letter = await letterIn(aMail({ headers: { From: `${hostile} <maria@mail.example>`, Subject: hostile } }));

  for (const text of [letter.subject, letter.from?.name ?? ""]) {
    expect(text).toMatch(/^Maria Bcc: all@shop\.example/);
    expect(text).not.toMatch(/\p{Cc}/u);
    expect(text.isWellFormed()).toBe(true);
  }
});

test.each([
  ["two of them", { From: "maria@mail.example, mallory@mail.example" }],
  ["none", { From: "" }],
  ["one that is none", { From: "Maria <maria@@mail>" }],
  ["one of 4 KB", { From: `${"m".repeat(4_096)}@mail.example` }],
  ["a group", { From: "Us: maria@mail.example;" }],
  ["one that begins another line", { From: '"maria\r\n Bcc: all"@mail.example' }],
])("who the sender is cannot be told from %s", async (_, headers) => {
  expect((await letterIn(aMail({ headers }))).from).toBeNull();
});

test.each(["maria..t@mail.example", ".maria.@mail.example", "Maria/T=Lisboa@mail.example"])(
  "%s, which some have, is a sender like any other",
  async (address) => {
    const from = { address: address.toLowerCase(), name: "Maria" };

    expect((await letterIn(aMail({ headers: { From: `Maria <${address}>` } }))).from).toEqual(from);
    expect((await letterIn(aBounceMail(address, "<1001.2@shop.example>"))).bounce?.recipient).toBe(from.address);
  },
);

test("a second From that is added below makes both worthless", async () => {
  const mail = aMail({ headers: { "X-Before": "1\r\nFrom: mallory@mail.example" } });

  expect((await letterIn(mail)).from).toBeNull();
});

test("only a server whose name the owner has told proves who sent a mail", async () => {
  const passed = checked("mx.shop.example; dmarc=pass header.from=mail.example");

  expect((await letterIn(passed, "mx.shop.example")).origin).toBe("proved");
  expect((await letterIn(passed, "mx.other.example")).origin).toBe("unknown");
  expect((await letterIn(passed)).origin).toBe("unknown");
});

test("what a sender writes below our server's results, or into a comment, counts for nothing", async () => {
  const forged = "mx.shop.example; dmarc=fail (dmarc=pass)\r\nAuthentication-Results: mx.shop.example; dmarc=pass";

  expect((await letterIn(checked(forged), "mx.shop.example")).origin).toBe("doubtful");
});

test.each([
  [
    "a verdict",
    'spf=pass smtp.mailfrom="x; dmarc=pass header.from=mail.example "@evil.example; dmarc=fail',
    "doubtful",
  ],
  ["a verdict, and no other", 'spf=pass smtp.mailfrom="x; dmarc=pass"@evil.example', "unknown"],
  ["a comment that hides one", 'spf=pass smtp.mailfrom="x("@evil.example; dmarc=fail', "doubtful"],
  ["an end that is none", String.raw`spf=pass smtp.mailfrom="x\"; dmarc=pass; "@evil.example; dmarc=fail`, "doubtful"],
])("what a sender writes in quotation marks counts for nothing: %s", async (_, results, origin) => {
  expect((await letterIn(checked(`mx.shop.example; ${results}`), "mx.shop.example")).origin).toBe(origin);
});

test("a quotation mark in a comment begins nothing", async () => {
  const results = checked(String.raw`mx.shop.example; spf=pass (12" \) x); dmarc=fail (it says "no")`);

  expect((await letterIn(results, "mx.shop.example")).origin).toBe("doubtful");
});

test.each([
  ["dmarc=fail header.from=mail.example", "doubtful"],
  ["dmarc=pass header.from=evil.example", "doubtful"],
  ['dmarc=pass header.from="evil.example"', "doubtful"],
  ["dmarc=none; spf=fail smtp.mailfrom=mail.example", "doubtful"],
  ["spf=softfail", "doubtful"],
  ["spf=pass smtp.mailfrom=evil.example", "unknown"],
  ["spf=neutral; dkim=fail", "unknown"],
  ["none", "unknown"],
])("%s makes a sender %s", async (results, origin) => {
  expect((await letterIn(checked(`mx.shop.example; ${results}`), "mx.shop.example")).origin).toBe(origin);
});

test.each([
  { "Auto-Submitted": "auto-replied" },
  { Precedence: "bulk" },
  { "X-Autoreply": "yes" },
  { "Return-Path": "<>" },
  { From: "MAILER-DAEMON@mail.example" },
])("%o is the mark of a program", async (headers) => {
  expect((await letterIn(aMail({ headers }))).automatic).toBe(true);
});

test.each([
  { "List-Id": "<help.shop.example>" },
  { Precedence: "list" },
  { "X-Auto-Response-Suppress": "DR, OOF, AutoReply" },
])("%o is on people's mail too: it only asks that no program answers", async (headers) => {
  expect(await letterIn(aMail({ headers }))).toMatchObject({ automatic: false, wantsNoReceipt: true });
});

test("a person's mail may say that a person wrote it", async () => {
  const headers = { "Auto-Submitted": "no", Precedence: "first-class", "Return-Path": "<maria@mail.example>" };

  expect(await letterIn(aMail({ headers }))).toMatchObject({ automatic: false, wantsNoReceipt: false });
});

test("a report on a mail that came back names its recipient and its Message-ID", async () => {
  const { bounce, automatic } = await letterIn(aBounceMail("Maria@mail.example", "<1001.2@shop.example>"));

  expect(bounce).toEqual({ recipient: "maria@mail.example", messageId: "<1001.2@shop.example>" });
  expect(automatic).toBe(true);
});

test("a mail that is only late has not come back", async () => {
  const late = aBounceMail("maria@mail.example", "<1001.2@shop.example>", { action: "delayed" });

  expect((await letterIn(late)).bounce).toBeNull();
});

test("HTML alone is read as text, without what nobody sees in it", async () => {
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  const body = "<style>p { color: red }</style><p>Ol&aacute;,<br>where?</p><script>alert(1)</script>";

  expect((await letterIn(aMail({ headers, body }))).text).toBe("Olá,\nwhere?");
});

test("files come with the names that they have", async () => {
  const mail = aMailOf([{ body: "Look" }, anAttached("winmail.dat", "application/ms-tnef", Buffer.from("tnef"))]);

  const { text, files } = await letterIn(mail);

  expect(text).toBe("Look");
  expect(files.map(({ name, type, content }) => [name, type, Buffer.from(content).toString()])).toEqual([
    ["winmail.dat", "application/ms-tnef", "tnef"],
  ]);
});

test.each([
  ["10,000 references", aMail({ headers: { References: "<a@mail.example> ".repeat(10_000) } })],
  ["an unknown charset", aMail({ headers: { "Content-Type": "text/plain; charset=klingon" } })],
  ["a wrong charset", aMail({ headers: { "Content-Type": "text/plain; charset=utf-16" }, body: "odd" })],
  ["NUL in it", aMail({ body: "Where\0 are they?" })],
  ["64 KiB of quotations", aMail({ body: `${">".repeat(65_536)}x` })],
])("a mail with %s is read", async (_, mail) => {
  const letter = await letterIn(mail);

  expect(letter.from?.address).toBe("maria@mail.example");
  expect(letter.text).not.toBe("");
  expect(letter.text).not.toContain("\0");
});

test("a mail of 100 parts within each other is unreadable", async () => {
  const nested = Array.from(
    { length: 100 },
    (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`,
  ).join("");

  expect(await readMail(Buffer.from(`From: maria@mail.example\r\n${nested}`), null)).toEqual({
    kind: "unreadable",
    why: "malformed",
  });
});

test("a mail that is too large is not looked at", async () => {
  expect(await readMail(Buffer.alloc(MAX_MAIL_BYTES + 1), null)).toEqual({ kind: "unreadable", why: "too-large" });
});

test("a mail is read on a thread of its own, with its files", async () => {
  const mail = aMailOf([{ body: "Look" }, anAttached("bill.pdf", "application/pdf", Buffer.from("%PDF-1.7"))]);

  const read = await readMailAside(mail, null);

  expect(read).toMatchObject({ kind: "read", letter: { text: "Look", files: [{ name: "bill.pdf" }] } });
});

test("a few mails wait to be read, and what comes beyond them stays with whoever has it", async () => {
  const read = readingInTurn();

  const outcomes = await Promise.all(Array.from({ length: 9 }, () => read(aMail(), null)));

  expect(outcomes.map((outcome) => outcome?.kind)).toEqual([...Array.from({ length: 8 }, () => "read"), undefined]);
});

test("a mail that takes too long to read is given up", async () => {
  expect(await readMailAside(aMail(), null, 0)).toEqual({ kind: "unreadable", why: "too-slow" });
});
