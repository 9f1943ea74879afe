import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { anEdit, aUuid } from "../answers/answer-builders.ts";
import { AnswerStore } from "../answers/answer-store.ts";
import { JobStore } from "../jobs/job-store.ts";
import { DEMO_SITE } from "../sites/site.ts";
import { addSite } from "../sites/site-store.ts";
import type { Storage } from "../storage/database.ts";
import { TestDesk } from "../testing/test-desk.ts";
import { aPostgresStorage, aSqliteStorage } from "../testing/test-storage.ts";
import { decide, postsOf, replyTo } from "./moderation-store.ts";
import { postIdOf, type WrittenPost } from "./post.ts";
import { PostStore } from "./post-store.ts";
import { shownUnder } from "./shown-store.ts";

const DAY_MS = 24 * 3_600_000;
const ANSWER = aUuid(1);
const HERE = { answerId: ANSWER, locale: "en" };

describe.each([
  ["SQLite", aSqliteStorage],
  ["Postgres", aPostgresStorage],
])("public posts on %s", (_name, open) => {
  let storage: Storage;
  let desk: TestDesk;
  let posts: PostStore;
  let ana: string;
  beforeEach(async () => {
    storage = await open();
    await addSite(storage.db, DEMO_SITE, 1);
    desk = new TestDesk(storage);
    ana = (await desk.anAgent("ana")).id;
    await new AnswerStore(storage.db, desk.clock).save("demo", ana, ANSWER, anEdit());
    posts = new PostStore(storage, desk.clock);
  });
  afterEach(() => storage.close());

  /** One whose id and text follow from a word. */
  function aPost(word: string, changes: Partial<WrittenPost> = {}): WrittenPost {
    const place = { siteKey: "demo", ...HERE, parentId: null };
    const by = { name: "Ioana", email: "ioana@mail.example", agentId: null };
    return { id: postIdOf(word), ...place, ...by, text: word, state: "unconfirmed", at: desk.clock.now(), ...changes };
  }

  async function add(word: string, state?: "held" | "shown", changes: Partial<WrittenPost> = {}): Promise<string> {
    const post = aPost(word, changes);
    await posts.add(post, "/q/confirm/x");
    if (state !== undefined) await posts.confirm(post.id, state);
    return post.id;
  }

  const jobs = () => storage.db.selectFrom("jobs").select(["kind", "key"]).execute();
  const texts = async (state?: "held" | "shown" | "hidden") =>
    (await postsOf(storage.db, "demo", state)).posts.map(({ text }) => text);

  test("are stored with the mail that is to be sent, or not at all", async () => {
    const id = await add("one");
    expect(await jobs()).toEqual([{ kind: "confirmation", key: id }]);

    vi.spyOn(JobStore.prototype, "ask").mockRejectedValueOnce(new Error("the database is full"));
    await expect(posts.add(aPost("two"), "/q/confirm/x")).rejects.toThrow("full");

    expect(await jobs()).toHaveLength(1);
    expect(await posts.find(postIdOf("two"))).toBeUndefined();
  });

  test("that are stored again stay as they are, and bring no other mail", async () => {
    const id = await add("one", "held");
    await storage.db.deleteFrom("jobs").execute();

    await posts.add(aPost("one", { text: "other words" }), "/q/confirm/x");

    expect(await posts.find(id)).toMatchObject({ text: "one", state: "held" });
    expect(await jobs()).toEqual([]);
  });

  test("are confirmed by one of two who try at once", async () => {
    const id = await add("one");

    const outcomes = await Promise.all([posts.confirm(id, "held"), posts.confirm(id, "held")]);

    expect(outcomes.toSorted()).toEqual([false, true]);
  });

  test("are held once three people report them, together or one after the other", async () => {
    const id = await add("one", "shown");
    await Promise.all(["a", "a", "b"].map((who) => posts.report(id, who)));
    expect(await posts.find(id)).toMatchObject({ state: "shown" });

    await Promise.all(["c", "d"].map((who) => posts.report(id, who)));

    expect(await posts.find(id)).toMatchObject({ state: "held" });
    expect((await postsOf(storage.db, "demo")).posts).toMatchObject([{ reports: 4 }]);
  });

  test("are listed with those that were reported first, then those that wait, newest first", async () => {
    await add("shown", "shown");
    const reported = await add("reported", "shown");
    desk.clock.advance(1);
    await add("held", "held");
    desk.clock.advance(1);
    await add("newest", "shown");
    await add("held later", "held");
    await add("unconfirmed");
    await posts.report(reported, "a");

    expect(await texts()).toEqual(["reported", "held later", "held", "newest", "shown"]);
    expect(await texts("held")).toEqual(["held later", "held"]);
    expect((await postsOf(storage.db, "demo", "shown")).held).toBe(2);
  });

  test("are decided about by agents of their shop, which settles the reports", async () => {
    const id = await add("one", "shown");
    await posts.report(id, "a");

    expect(await decide(storage.db, "other", id, "hidden")).toBe(false);
    expect(await decide(storage.db, "demo", id, "hidden")).toBe(true);

    expect(await posts.find(id)).toMatchObject({ state: "hidden", email: null });
    expect((await postsOf(storage.db, "demo")).posts).toMatchObject([{ reports: 0 }]);
  });

  test("are answered under their question, whichever post of it the agent answers", async () => {
    const question = await add("question", "shown");
    const answer = await add("answer", "held", { parentId: question });
    const agent = { id: ana, name: "Ana" };

    expect(await replyTo(storage.db, "demo", answer, { agent, text: "from us", at: desk.clock.now() })).toBe(true);

    const shown = await shownUnder(storage.db, HERE);
    expect(shown.find(({ text }) => text === "from us")).toMatchObject({ parentId: question, agent: { photo: null } });
    expect(shown.map(({ text }) => text).toSorted()).toEqual(["answer", "from us", "question"]);
    expect(await shownUnder(storage.db, { ...HERE, locale: "pt" })).toEqual([]);
  });

  test("are forgotten in time: unconfirmed ones after two days, addresses after thirty", async () => {
    await add("never confirmed");
    await add("confirmed", "shown");
    desk.clock.advance(2 * DAY_MS - 1);
    await posts.sweep();
    expect(await posts.find(postIdOf("never confirmed"))).toBeDefined();

    desk.clock.advance(1);
    await posts.sweep();
    expect(await posts.find(postIdOf("never confirmed"))).toBeUndefined();
    expect(await posts.find(postIdOf("confirmed"))).toMatchObject({ email: "ioana@mail.example" });

    desk.clock.advance(28 * DAY_MS);
    await posts.sweep();
    expect(await posts.find(postIdOf("confirmed"))).toMatchObject({ email: null, state: "shown" });
  });
});
