import type { AnswerCard, AnswerId, AnswerLine, ShownAnswer } from "@shopbell/protocol/types";
import type { HelpHttp } from "./help-http.ts";

/** An answer's text, or why it is not there. */
export type AnswerText = ShownAnswer | "coming" | "away";

/** What was opened, and the words that led to it. */
interface Opened extends AnswerLine {
  readonly words: string | null;
}

/** The answers that the visitor reads: one at a time on the first screen, and cards in conversations. */
export class Reading {
  /** On the first screen. */
  opened: Opened | null = null;
  readonly #http: HelpHttp;
  readonly #draw: () => void;
  readonly #texts = new Map<string, AnswerText>();
  readonly #votes = new Map<AnswerId, boolean>();
  readonly #cards = new Set<string>();

  constructor(http: HelpHttp, draw: () => void) {
    this.#http = http;
    this.#draw = draw;
  }

  open({ id, question }: AnswerLine, words: string | null): void {
    this.opened = { id, question, words };
    this.#load(id);
    this.#draw();
  }

  close(): void {
    this.opened = null;
    this.#draw();
  }

  /** Opens a card in a conversation, or closes it. */
  turnCard(messageId: string, { id, locale }: AnswerCard): void {
    if (this.#cards.delete(messageId)) return this.#draw();
    this.#cards.add(messageId);
    this.#load(id, locale);
    this.#draw();
  }

  isCardOpen(messageId: string): boolean {
    return this.#cards.has(messageId);
  }

  /** @param locale of a card; else the visitor's own */
  text(id: AnswerId, locale?: string): AnswerText {
    return this.#texts.get(keyOf(id, locale)) ?? "coming";
  }

  voteOn(id: AnswerId): boolean | undefined {
    return this.#votes.get(id);
  }

  vote({ id, locale }: ShownAnswer, useful: boolean): void {
    const words = this.opened?.words;
    this.#votes.set(id, useful);
    this.#draw();
    this.#http.vote(id, { locale, useful, ...(words && { words }) }).catch(() => {
      this.#votes.delete(id); // it may be pressed again
      this.#draw();
    });
  }

  /** What failed to come is asked for again whenever it is opened. */
  async #load(id: AnswerId, locale?: string): Promise<void> {
    const key = keyOf(id, locale);
    const known = this.#texts.get(key);
    if (known && known !== "away") return;
    this.#texts.set(key, "coming");
    this.#texts.set(key, await this.#http.answer(id, locale).catch(() => "away" as const));
    this.#draw();
  }
}

function keyOf(id: AnswerId, locale = ""): string {
  return `${id} ${locale}`;
}
