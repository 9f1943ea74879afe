import { aConversationId } from "@shopbell/protocol/testing";
import type { FoundAnswers, SearchReport } from "@shopbell/protocol/types";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { anAnswerId } from "../../testing/a-helped-page.ts";
import type { HelpHttp } from "./help-http.ts";
import { Search } from "./search.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A relay whose answers to searches are in the test's hand. */
function aRelay() {
  const searches: { words: string; signal: AbortSignal | undefined; answer(found: FoundAnswers): Promise<void> }[] = [];
  const reports: SearchReport[] = [];
  const http: Pick<HelpHttp, "find" | "report"> = {
    find(words, signal) {
      const { promise, resolve } = Promise.withResolvers<FoundAnswers>();
      const answer = async (found: FoundAnswers) => {
        resolve(found);
        await vi.advanceTimersByTimeAsync(0);
      };
      searches.push({ words, signal, answer });
      return promise;
    },
    report: (report) => void reports.push(report),
  };
  const draw = vi.fn();
  const search = new Search(http as HelpHttp, draw);
  return { searches, reports, draw, search };
}

function finding(...numbers: number[]): FoundAnswers {
  return {
    locale: "en",
    answers: numbers.map((n) => ({ id: anAnswerId(n), question: `question ${n}`, marks: [] })),
  };
}

test("nothing is searched for before the visitor pauses, and then once", () => {
  const { search, searches } = aRelay();

  for (const draft of ["how", "how l", "how long"]) search.compose(draft);
  expect(searches).toEqual([]);
  vi.runAllTimers();

  expect(searches.map(({ words }) => words)).toEqual(["how long"]);
});

test("an older search never replaces what a newer one found, whichever is answered last", async () => {
  const { search, searches } = aRelay();
  search.compose("delivery");
  vi.runAllTimers();
  search.compose("delivery to rome");
  vi.runAllTimers();

  await searches[1]?.answer(finding(2));
  await searches[0]?.answer(finding(1));

  expect(searches[0]?.signal?.aborted).toBe(true);
  expect(search.foundFor("delivery to rome")?.answers.map(({ id }) => id)).toEqual([anAnswerId(2)]);
});

test("what was found is gone as soon as too little is written", async () => {
  const { search, searches } = aRelay();
  search.compose("delivery");
  vi.runAllTimers();
  await searches[0]?.answer(finding(1));
  expect(search.foundFor("delivery")).not.toBeNull();

  search.compose("d ");

  expect(search.foundFor("d ")).toBeNull();
});

test("what is typed is reported to nobody until an answer is read, and then under the name of this one message", async () => {
  const { search, searches, reports } = aRelay();
  search.compose("delivery");
  vi.runAllTimers();
  await searches[0]?.answer(finding(1, 2));
  expect(reports).toEqual([]);

  search.read(anAnswerId(2));
  await search.begun("delivery to my aunt")?.(aConversationId());

  const [read, chat] = reports;
  expect(read).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/),
    locale: "en",
    words: "delivery",
    found: 2,
    answerId: anAnswerId(2),
    conversationId: null,
  });
  expect(chat).toEqual({ ...read, conversationId: aConversationId() });
});

test("whoever sends before the search was answered is searched for afterwards, so that the owner learns what is missing", async () => {
  const { search, searches, reports } = aRelay();
  search.compose("do you resole boots");
  const report = search.begun("do you resole boots");
  vi.runAllTimers();
  expect(searches).toEqual([]);

  const reported = report?.(aConversationId());
  await searches[0]?.answer(finding());
  await reported;

  expect(reports).toMatchObject([
    { words: "do you resole boots", found: 0, answerId: null, conversationId: aConversationId() },
  ]);
});

test("an emptied message is another one: its search has another name", async () => {
  const { search, searches, reports } = aRelay();
  for (const [index, draft] of ["delivery", "returns"].entries()) {
    search.compose("");
    search.compose(draft);
    vi.runAllTimers();
    await searches[index]?.answer(finding(1));
    search.read(anAnswerId(1));
  }

  expect(new Set(reports.map(({ id }) => id)).size).toBe(2);
});

test("where nothing could be searched for, nothing is reported", () => {
  const { search } = aRelay();

  search.compose("ok");

  expect(search.begun("ok")).toBeNull();
});
