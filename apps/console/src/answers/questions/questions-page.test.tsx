// @vitest-environment happy-dom
import type { PublicPost, SiteCard } from "@shopbell/protocol/types";
import { afterEach, expect, test, vi } from "vitest";
import { button, press, the, typeInto } from "../../testing/render.tsx";
import { aSite, click, leave, settled, visit } from "../../testing/visit.tsx";
import { aCentre, anAnswerId } from "../testing.ts";

vi.mock("../../line/opened-lines.ts");
vi.mock("../../ring/bell-sound.ts"); // there is no sound here

const SITE = "/v1/agent/sites/lisboa-shoes";

/** A question that waits, whose id and text follow from a word. */
function aPost(word: string, changes: Partial<PublicPost> = {}): PublicPost {
  const answer = { id: anAnswerId(1), question: "Can I exchange a worn pair?" };
  const state = { state: "held", reports: 0, byShop: false } as const;
  return {
    id: word,
    answer,
    locale: "en",
    parentId: null,
    name: "Ioana M.",
    text: word,
    at: 1_000,
    ...state,
    ...changes,
  };
}

/** What the relay says of who is signed in. */
function ofShop(mails: boolean): { sites: SiteCard[] } {
  const site = aSite("lisboa-shoes", "Lisboa Shoes");
  return { sites: [{ ...site, state: { ...site.state, mails } }] };
}

function asks(posts: () => PublicPost[], publicQuestions = true) {
  const held = () => posts().filter(({ state }) => state === "held").length;
  return {
    [`GET ${SITE}/posts`]: () => ({ posts: posts(), held: held() }),
    [`GET ${SITE}/help-centre`]: () => aCentre({ publicQuestions }),
  };
}

function row(word: string): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>("main li")].find((each) => each.textContent.includes(word));
  if (!found) throw new Error(`there is no row "${word}"`);
  return found;
}

function listOf(word: string): string | undefined {
  return row(word).closest("section")?.querySelector("h2")?.textContent;
}

function buttonOf(word: string, name: string): HTMLElement {
  const found = [...row(word).querySelectorAll("button")].find(({ textContent }) => textContent === name);
  if (!found) throw new Error(`there is no button "${name}"`);
  return found;
}

afterEach(leave);

test("what waits comes first, and the way to the page says how much it is", async () => {
  await visit(
    "/answers/questions",
    asks(() => [aPost("one"), aPost("two"), aPost("three", { state: "shown" })]),
  );
  await settled(() => row("one"));

  expect(the("nav a[href*='/answers/questions']").textContent).toBe("Public questions22 to look at");
  expect(["one", "two", "three"].map(listOf)).toEqual(["Waiting for you", "Waiting for you", "On your pages"]);
  expect(row("one").textContent).toContain("Ioana M. asks");
  expect(row("one").textContent).toContain("Under “Can I exchange a worn pair?”");
});

test("one click shows it; who goes on by keyboard is at the next one", async () => {
  let posts = [aPost("one"), aPost("two")];
  const sent = await visit(
    "/answers/questions",
    asks(() => posts),
  );
  await settled(() => row("one"));

  posts = [aPost("one", { state: "shown" }), aPost("two")];
  await click(buttonOf("one", "Show"));

  await settled(() => expect(listOf("one")).toBe("On your pages"));
  expect(sent).toEqual([{ asked: `PUT ${SITE}/posts/one`, body: { state: "shown" } }]);
  expect(document.activeElement).toBe(buttonOf("two", "Show"));
});

test("one click hides it, and what was hidden can be shown again", async () => {
  let posts = [aPost("one", { state: "shown", reports: 2 })];
  const sent = await visit(
    "/answers/questions",
    asks(() => posts),
  );
  await settled(() => expect(row("one").textContent).toContain("Reported by 2 people"));

  posts = [aPost("one", { state: "hidden" })];
  await click(buttonOf("one", "Hide"));
  await settled(() => expect(listOf("one")).toBe("Hidden"));
  await click(buttonOf("one", "Show"));

  expect(sent.map(({ body }) => body)).toEqual([{ state: "hidden" }, { state: "shown" }]);
});

test("an answer is typed in place and published, by keyboard too", async () => {
  const sent = await visit(
    "/answers/questions",
    asks(() => [aPost("one")]),
  );
  await settled(() => row("one"));

  await click(buttonOf("one", "Answer"));
  const box = the<HTMLTextAreaElement>("main textarea");
  expect(document.activeElement).toBe(box);
  press(box, "Enter", { ctrlKey: true });
  typeInto(box, "It does.");
  press(box, "Enter", { ctrlKey: true });

  await settled(() => expect(sent).toEqual([{ asked: `POST ${SITE}/posts/one/replies`, body: { text: "It does." } }]));
  await settled(() => expect(document.querySelector("main textarea")).toBeNull());
});

test("an answer that did not go out is still there", async () => {
  const failing = { [`POST ${SITE}/posts/one/replies`]: () => Response.json({ code: "overloaded" }, { status: 503 }) };
  await visit("/answers/questions", { ...asks(() => [aPost("one")]), ...failing });
  await settled(() => row("one"));
  await click(buttonOf("one", "Answer"));
  typeInto(the<HTMLTextAreaElement>("main textarea"), "It does.");

  await click(button("Publish the answer"));

  await settled(() => expect(the("[role=alert]").textContent).toContain("Not done."));
  expect(the<HTMLTextAreaElement>("main textarea").value).toBe("It does.");
});

test("an answer by a visitor is read with its question", async () => {
  await visit(
    "/answers/questions",
    asks(() => [aPost("one", { parentId: "two" }), aPost("two", { state: "shown" })]),
  );

  await settled(() => expect(row("one").textContent).toContain("Ioana M. answerstwoone"));
});

test.each([
  ["nobody has asked yet", {}, true, "Nobody has asked anything yet", null],
  ["they are off", { isOn: false }, true, "Public questions are off", "/settings/help-centre"],
  ["no mail goes out", {}, false, "Nobody can ask just now", "/settings/mail"],
])("where %s it says so, and what to do", async (_why, { isOn = true }: { isOn?: boolean }, mails, words, way) => {
  await visit(
    "/answers/questions",
    asks(() => [], isOn),
    ofShop(mails),
  );

  await settled(() => expect(the("main").textContent).toContain(words));
  expect(document.querySelector("main section a")?.getAttribute("href")?.split("?")[0] ?? null).toBe(way);
});
