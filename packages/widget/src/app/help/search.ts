import { newConversationId } from "@shopbell/client";
import type { AnswerId, ConversationId, FoundAnswers } from "@shopbell/protocol/types";
import type { HelpHttp } from "./help-http.ts";
import { wordsIn } from "./typed-words.ts";

/** How long the visitor pauses before what they typed is searched for. */
const PAUSE_MS = 250;

export interface Found extends FoundAnswers {
  /** What it was found for. */
  readonly words: string;
}

/**
 * Searches the answers while the visitor writes their first message. Beside the search itself, nobody is told what is typed before
 * it is sent, or an answer was read.
 */
export class Search {
  readonly #http: HelpHttp;
  readonly #draw: () => void;
  #words = "";
  #found: Found | null = null;
  #id = "";
  #read: { found: Found; id: AnswerId } | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #under: AbortController | undefined;

  constructor(http: HelpHttp, draw: () => void) {
    this.#http = http;
    this.#draw = draw;
  }

  /** What the newest search found that was answered; null where too little is written. */
  foundFor(draft: string): Found | null {
    return wordsIn(draft) ? this.#found : null;
  }

  /** Hears of what is written. One text, from its first letter until it is sent or emptied, is one search in reports. */
  compose(draft: string): void {
    const words = wordsIn(draft);
    if (!draft) this.#end();
    if (words === this.#words) return;
    this.#stop();
    this.#words = words;
    this.#id ||= newSearchId();
    if (words) this.#pause = setTimeout(() => this.#search(words), PAUSE_MS);
    else this.#found = null;
  }

  /** An answer that it found is being read. */
  read(id: AnswerId): void {
    if (!this.#found) return;
    this.#read = { found: this.#found, id };
    this.#report(this.#id, this.#found, id, null);
  }

  /**
   * What was written was sent. Returns how to report it once there is a conversation; whoever was quicker than the search is searched
   * for then, as sending waited for nothing.
   */
  begun(draft: string): ((conversationId: ConversationId) => Promise<void>) | null {
    const id = this.#id;
    const read = this.#read;
    const words = wordsIn(draft);
    const known = this.#found?.words === words ? this.#found : null;
    this.#end();
    if (!id || !words) return null;
    return async (conversationId) => {
      try {
        const found = read?.found ?? known ?? { words, ...(await this.#http.find(words)) };
        this.#report(id, found, read?.id ?? null, conversationId);
      } catch {
        // the relay does not answer: nobody learns of it
      }
    };
  }

  async #search(words: string): Promise<void> {
    this.#under = new AbortController();
    const { signal } = this.#under;
    try {
      const found = await this.#http.find(words, signal);
      if (signal.aborted) return;
      this.#found = { words, ...found };
      this.#draw();
    } catch {
      // superseded, or the relay does not answer: what was found before stays
    }
  }

  #report(
    id: string,
    { words, locale, answers }: Found,
    answerId: AnswerId | null,
    conversationId: ConversationId | null,
  ) {
    this.#http.report({ id, locale, words, found: answers.length, answerId, conversationId });
  }

  #stop(): void {
    clearTimeout(this.#pause);
    this.#under?.abort();
  }

  #end(): void {
    this.#stop();
    this.#words = "";
    this.#found = null;
    this.#id = "";
    this.#read = null;
  }
}

/** A random UUID. Browsers have a function for it in secure contexts only, and a shop may be on plain http. */
function newSearchId(): string {
  return newConversationId().replace(/^(.{8})(.{4}).(.{3}).(.{3})/, "$1-$2-4$3-a$4-");
}
