import type { ShopHelp } from "@shopbell/protocol/types";
import type { HelpHttp } from "./help-http.ts";

/** What is older is asked for again when the first screen is drawn: a phone's hours pass, and answers are written. */
const FRESH_MS = 60_000;
/** After a relay that did not answer. */
const RETRY_MS = 5_000;

/** What the shop offers on the page that the visitor is on. */
export class Offers {
  /** Null until the relay has told, and where it does not. */
  known: ShopHelp | null = null;
  readonly #http: HelpHttp;
  readonly #draw: () => void;
  #page = "";
  #askedAt = 0;

  constructor(http: HelpHttp, draw: () => void) {
    this.#http = http;
    this.#draw = draw;
  }

  /**
   * Asks where that is due.
   *
   * @param page path of the shop's page: one that is a single document changes it without a reload
   * @param now epoch milliseconds
   */
  async look(page: string, now: number): Promise<void> {
    if (page === this.#page && now - this.#askedAt < FRESH_MS) return;
    this.#page = page;
    this.#askedAt = now;
    try {
      const known = await this.#http.help(page);
      if (page !== this.#page) return;
      this.known = known;
      this.#draw();
    } catch {
      this.#askedAt = now - FRESH_MS + RETRY_MS; // what was known stays
    }
  }
}
