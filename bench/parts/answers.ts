import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { SiteShelf } from "../../apps/relay/src/answers/answer.ts";
import { openShelf } from "../../apps/relay/src/answers/open-shelf.ts";
import { type Example, publish } from "../../apps/relay/src/answers/search-examples.ts";
import { SYSTEM_CLOCK } from "../../apps/relay/src/clock.ts";
import { DEMO_SITE } from "../../apps/relay/src/sites/site.ts";
import { addSite, loadSites } from "../../apps/relay/src/sites/site-store.ts";
import { openSqliteFile } from "../../apps/relay/src/storage/database.ts";
import type { Database } from "../../apps/relay/src/storage/schema.ts";
import { percentile } from "../report/statistics.ts";

/** What it costs to have many answers searched while visitors type, by a reader whose language half of them are in. */
export interface AnswersCost {
  /** From asking for the shelf to having it, and how long nobody else was served meanwhile. */
  readonly readMs: number;
  readonly longestHoldMs: number;
  readonly bytes: number;
  readonly searches: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

export const ANSWERS = 2_000;
export const WORDS_EACH = 120;
const SECOND_LANGUAGE = "pt";
const VOCABULARY = 12_000;
const TYPED = 150;
const FOUND = 8;

/** Publishes a shop's answers in a database of its own, reads them, and searches while questions are typed, half of them wrongly. */
export async function measureAnswers(): Promise<AnswersCost> {
  const folder = mkdtempSync(join(tmpdir(), "shopbell-bench-"));
  const storage = await openSqliteFile(join(folder, "shopbell.db"));
  try {
    const examples = manyAnswers();
    await addSite(storage.db, DEMO_SITE, 1);
    for (let at = 0; at < ANSWERS; at += 500) await publish(storage.db, "demo", { en: examples.slice(at, at + 500) });
    await translateHalf(storage.db);
    const [site] = await loadSites(storage.db);

    const before = heapUsed();
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const began = performance.now();
    const shelf = await openShelf({
      db: storage.db,
      sites: { known: () => site },
      clock: SYSTEM_CLOCK,
      fault: console.error,
    }).of("demo");
    const readMs = performance.now() - began;
    delay.disable();
    const bytes = heapUsed() - before;
    return { readMs, longestHoldMs: delay.max / 1e6, bytes, ...searchTimes(shelf, examples) };
  } finally {
    await storage.close();
    rmSync(folder, { recursive: true });
  }
}

/** A reader of that language then gets answers of both: the dearest search that there is. */
async function translateHalf(db: Database): Promise<void> {
  await db
    .updateTable("sites")
    .set({ help: JSON.stringify({ ...DEMO_SITE.help, locales: ["en", SECOND_LANGUAGE] }) })
    .execute();
  const half = db
    .selectFrom("answers")
    .select("id")
    .where("position", "<", ANSWERS / 2);
  await db
    .insertInto("answer_texts")
    .columns(["answer_id", "locale", "site_key", "slug", "question", "source", "published_at", "changed_at"])
    .expression(
      db
        .selectFrom("answer_texts")
        .select(({ val }) => ["answer_id", val(SECOND_LANGUAGE).as("locale"), "site_key", "slug"])
        .select(["question", "source", "published_at", "changed_at"])
        .where("answer_id", "in", half),
    )
    .execute();
}

function searchTimes(shelf: SiteShelf, examples: readonly Example[]) {
  const times: number[] = [];
  for (let nth = 0; nth < TYPED; nth += 1) {
    const [question = ""] = examples[(nth * 37) % ANSWERS] ?? [];
    const typed = nth % 2 === 0 ? question : question.replace(/(.)(.)(?=.{3}$)/, "$2$1");
    for (let length = 2; length <= typed.length; length += 3) {
      const began = performance.now();
      shelf.search(SECOND_LANGUAGE, typed.slice(0, length), FOUND);
      times.push(performance.now() - began);
    }
  }
  return { searches: times.length, p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95) };
}

/** Answers whose words are as unevenly frequent as a language's, the same in every run. */
function manyAnswers(): Example[] {
  let seed = 7;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed / 2 ** 31;
  };
  const syllables = "ba de ki lo mu na pe ri so tu va ship deliv ret size col tion est ing er".split(" ");
  const word = () => Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(syllables, random())).join("");
  const vocabulary = Array.from({ length: VOCABULARY }, word);
  const text = (words: number) => Array.from({ length: words }, () => pick(vocabulary, random() ** 3)).join(" ");
  return Array.from({ length: ANSWERS }, () => [`${text(8)}?`, text(WORDS_EACH), text(2)]);
}

function pick(words: readonly string[], share: number): string {
  return words[Math.floor(share * words.length)] ?? "";
}

const collect = (() => {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
})();

/** After a collection. */
function heapUsed(): number {
  collect();
  return process.memoryUsage().heapUsed;
}
