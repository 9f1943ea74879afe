import PostalMime from "postal-mime";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { KeptMail } from "../mail/demo/mailbox.ts";
import { MailFault } from "../mail/mail-fault.ts";
import type { SeenPage } from "./testing/plain-browser.ts";
import { HARUKA, RequestStage } from "./testing/request-stage.ts";
import { transcriptDue } from "./transcript.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let stage: RequestStage;
beforeEach(async () => {
  stage = await RequestStage.open();
});
afterEach(() => stage.close());

/** The transcripts that went out, once nothing is left to send. */
async function transcripts(): Promise<readonly KeptMail[]> {
  const { mailOut, storage } = stage.relay.parts;
  await expect
    .poll(async () => {
      await stage.relay.pulse();
      return storage.db.selectFrom("jobs").select("id").where("kind", "=", "transcript").execute();
    })
    .toEqual([]);
  return (mailOut.mailbox?.mails ?? []).filter(({ subject }) => subject.startsWith("Your conversation"));
}

/** A request that was answered, on its page. */
async function answered(): Promise<SeenPage> {
  const { path } = await stage.write("Do you still have the Sintra boot in 38?");
  await stage.answer(1001, "One pair is left.");
  return stage.browser.visit(path);
}

function ask(page: SeenPage): Promise<SeenPage> {
  return stage.browser.send(page, "/transcript", {});
}

test("a conversation is mailed to where its answers go, and the page says so", async () => {
  const asked = await ask(await answered());

  expect(asked.status).toBe(200);
  expect(asked.text).toContain(`The conversation is on its way to ${HARUKA}.`);
  const [mail, ...others] = await transcripts();
  expect(others).toEqual([]);
  expect(mail?.to).toEqual([HARUKA]);
  const { subject, text } = await PostalMime.parse(mail?.raw ?? "");
  expect(subject).toBe("Your conversation #1001 with Lisboa Shoes");
  expect(text).toContain("> Do you still have the Sintra boot in 38?");
  expect(text).toContain("> One pair is left.");
});

test("the page speaks the language that its address asks for after it, too", async () => {
  const { path } = await answered();

  const asked = await ask(await stage.browser.visit(`${path}?lang=pt`));

  expect(asked.path).toBe(`${path}?lang=pt&asked=transcript`);
  expect(asked.text).toContain(`A conversa vai a caminho de ${HARUKA}.`);
});

describe("asking again", () => {
  test("within ten minutes makes no second mail", async () => {
    const page = await answered();
    await Promise.all([1, 2, 3].map(() => ask(page)));
    const [first] = await transcripts();
    stage.clock.advance(10 * MINUTE - 1);

    const again = await ask(page);

    expect(again.text).toContain("on its way");
    expect(await transcripts()).toEqual([first]);
  });

  test("later makes another mail, with what was said since", async () => {
    const page = await answered();
    await ask(page);
    await transcripts();
    stage.clock.advance(10 * MINUTE);
    await ask(page);
    await transcripts();
    stage.clock.advance(10 * MINUTE);
    await stage.browser.send(page, page.path, { text: "I take it." });

    await ask(page);

    const mails = await transcripts();
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(3);
    expect(mails.map(({ text }) => text.includes("I take it."))).toEqual([true, false, false]);
  });

  test("a fourth time in a day is refused in words until the day is over", async () => {
    const page = await answered();
    for (let count = 1; count <= 3; count += 1) {
      await ask(page);
      expect(await transcripts()).toHaveLength(count);
      stage.clock.advance(10 * MINUTE);
    }

    const refused = await ask(page);
    expect(refused.status).toBe(429);
    expect(refused.text).toContain("This conversation was mailed 3 times today.");
    expect(await transcripts()).toHaveLength(3);
    stage.clock.advance(DAY - 30 * MINUTE);
    await ask(page);

    expect(await transcripts()).toHaveLength(4);
  });
});

describe("nobody has words of their own mailed to an address that they merely typed", () => {
  test("before anybody has answered", async () => {
    const page = await stage.write("Buy now at evil.example");

    expect(page.html).not.toContain('/transcript"');
    const forced = await stage.browser.post(`${page.path}/transcript`, {});

    expect(forced.text).not.toContain("on its way");
    expect(await transcripts()).toEqual([]);
  });

  test("but whoever comes by what was mailed there has it before", async () => {
    await stage.write("Do you ship to Japan?");

    await ask(await stage.browser.visit(await stage.mailedPath(1001)));

    expect(await transcripts()).toHaveLength(1);
    expect(await stage.verifiedAt(1001)).toBe(stage.clock.now());
  });
});

test("a transcript that did not go out at once goes out as it was asked for", async () => {
  const page = await answered();
  const { mailOut, storage } = stage.relay.parts;
  const { mailbox } = mailOut;
  const failures = storage.db.selectFrom("jobs").select("error").where("kind", "=", "transcript");
  if (mailbox === null) throw new Error("there is no mailbox");
  await expect.poll(() => stage.relay.pulse().then(() => mailbox.mails.length)).toBe(1); // the acknowledgement
  const send = vi.spyOn(mailbox, "send").mockRejectedValueOnce(new MailFault("greylisted"));
  await ask(page);
  await expect.poll(() => stage.relay.pulse().then(() => send.mock.calls.length)).toBe(1);
  await expect.poll(() => failures.execute()).toEqual([{ error: "greylisted" }]);
  await stage.browser.send(page, page.path, { text: "I take it." });

  stage.clock.advance(MINUTE);
  const [mail] = await transcripts();

  expect(mail?.messageId).toBe(send.mock.calls[0]?.[0].messageId);
  expect(mail?.text).not.toContain("I take it.");
});

test("a page of another site asks for nothing", async () => {
  const page = await answered();
  const refused = await stage.browser.send(page, "/transcript", {}, { origin: "https://evil.example" });

  expect(refused.status).toBe(403);
  expect(await transcripts()).toEqual([]);
});

test("what went out is under way for ten minutes, and three in a day are enough", () => {
  expect(transcriptDue([], DAY)).toBe("due");
  expect(transcriptDue([DAY - 10 * MINUTE + 1], DAY)).toBe("under-way");
  expect(transcriptDue([1, 2, DAY - 1], DAY)).toBe("under-way");
  expect(transcriptDue([1, 2, DAY - 10 * MINUTE], DAY)).toBe("enough");
});
