import type { AnswerId } from "@shopbell/protocol";
import { MAX_WORDS_LENGTH } from "@shopbell/protocol/limits";
import { networkOf } from "../http/network.ts";
import { SearchStore } from "../searches/search-store.ts";
import type { SelfHelp } from "../self-help.ts";
import type { Centre } from "./centre.ts";
import { type HelpRequest, queried } from "./open-centre.ts";

/** More than anybody looks through: whoever has not found it by then asks otherwise. */
const MOST_RESULTS = 20;

/** What somebody looks for, as an address says it; empty is nothing. */
export function wordsOf(request: HelpRequest): string {
  return queried(request, "q").slice(0, MAX_WORDS_LENGTH).toWellFormed();
}

/** What these words lead to. @throws Refusal `overloaded` */
export async function findIn({ searches }: SelfHelp, { shelf, locale }: Centre, words: string) {
  return words === "" ? [] : searches.take(() => shelf.search(locale, words, MOST_RESULTS));
}

/** Notes what was searched in a help centre, and how it ended. Pages are shown whether or not that can be noted. */
export class SearchNotes {
  readonly #selfHelp: SelfHelp;
  readonly #store: SearchStore;

  constructor(selfHelp: SelfHelp) {
    const { context, storage } = selfHelp.parts;
    this.#selfHelp = selfHelp;
    this.#store = new SearchStore(storage.db, context.clock);
  }

  /**
   * @param answerId the answer that was read, if one was
   * @param found how many there were, where that is known
   */
  async note(
    request: HelpRequest,
    centre: Centre,
    id: string,
    answerId: AnswerId | null,
    found?: number,
  ): Promise<void> {
    const words = wordsOf(request);
    if (words === "" || request.method !== "GET") return;
    const { sharedLimits, limits, fault } = this.#selfHelp.parts.context;
    const budget = sharedLimits.of("searchReportsPerAddress", limits.searchReportsPerAddress);
    if ((await budget.spend(networkOf(request.ip))).waitMs > 0) return;
    const count = found ?? (await findIn(this.#selfHelp, centre, words)).length;
    const report = { id, locale: centre.locale, words, answerId, conversationId: null, found: count };
    await this.#store.note(centre.site.key, report).catch(fault);
  }
}
