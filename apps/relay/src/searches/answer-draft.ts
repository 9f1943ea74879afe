import type { Entry, Message } from "@shopbell/protocol";
import { MAX_ANSWER_LENGTH, MAX_QUESTION_LENGTH } from "@shopbell/protocol/limits";
import { mask, maskNames } from "./mask.ts";

/** What was asked and answered in a conversation, without who asked. */
export interface Drafted {
  readonly question: string;
  readonly source: string;
  /** How many details were taken out. */
  readonly masked: number;
}

/**
 * Makes a reply the beginning of an answer: with what else the agent wrote before the visitor said something again, and with what
 * the visitor had asked. Undefined where no agent wrote the message with that seq.
 *
 * @param entries those around it, in their order
 * @param names of the visitor
 */
export function answerDraft(entries: readonly Entry[], seq: number, names: readonly string[]): Drafted | undefined {
  const messages = entries.filter((entry) => entry.kind === "message");
  const at = messages.findIndex((message) => message.seq === seq);
  const reply = messages[at];
  if (reply?.author.kind !== "agent") return undefined;
  const from = messages.findLastIndex((message, index) => index < at && isVisitors(message)) + 1;
  const next = messages.findIndex((message, index) => index > at && isVisitors(message));
  const said = messages.slice(from, next === -1 ? undefined : next).filter((other) => isPartOf(reply, other));
  const asked = messages.slice(messages.findLastIndex((other, index) => index < from && !isVisitors(other)) + 1, from);

  const question = without(questionIn(asked.map(({ text }) => text).join("\n")), names);
  const source = without(said.map(({ text }) => text).join("\n\n"), names);
  return {
    question: question.text.slice(0, MAX_QUESTION_LENGTH).trim(),
    source: source.text.slice(0, MAX_ANSWER_LENGTH),
    masked: question.masked + source.masked,
  };
}

function isVisitors({ author }: Message): boolean {
  return author.kind === "visitor";
}

/** By the same agent, and no answer that there is already. */
function isPartOf(reply: Message, { author, card, seq }: Message): boolean {
  const isSame = author.kind === "agent" && reply.author.kind === "agent" && author.agent.id === reply.author.agent.id;
  return seq === reply.seq || (isSame && card === undefined);
}

/** Ends of sentences. A full stop within a number is none. */
const BETWEEN_SENTENCES = /(?<=[.!?…])\s+|(?<=[。！？؟])\s*/u;

/** The first sentence that asks something, else the first one of all. */
function questionIn(text: string): string {
  const sentences = text.split("\n").flatMap((line) => line.split(BETWEEN_SENTENCES).map((each) => each.trim()));
  return sentences.find((sentence) => /[?？؟]$/.test(sentence)) ?? text.trim().split("\n", 1)[0] ?? "";
}

function without(text: string, names: readonly string[]) {
  const details = mask(text);
  const named = maskNames(details.text, names);
  return { text: named.text, masked: details.masked + named.masked };
}
