import type { Promises } from "@shopbell/protocol/types";
import { say } from "../words.ts";

/** The relay takes promises of up to a week. */
const MOST_MINUTES = 10_080;
const MOST_REQUESTS = 1_000;

export type Unit = "minutes" | "hours";

const MINUTES_IN: Record<Unit, number> = { minutes: 1, hours: 60 };

/** A length of time as it stands in its field. Empty: nothing is promised. */
export interface TypedTime {
  figure: string;
  unit: Unit;
}

/** What was typed about what the shop promises. */
export interface PromiseAnswers {
  chat: TypedTime;
  request: TypedTime;
  requestsPerDay: string;
  callsBack: boolean;
}

export type PromiseFaults = Record<"chat" | "request" | "requestsPerDay", string | null>;

export function answersOf(promises: Promises): PromiseAnswers {
  return {
    chat: typedTime(promises.chatMinutes, "minutes"),
    request: typedTime(promises.requestMinutes, "hours"),
    requestsPerDay: String(promises.requestsPerDay),
    callsBack: promises.callsBack,
  };
}

/** The minutes that a field stands for: null where it is empty, NaN where it is no whole number. */
export function minutesIn({ figure, unit }: TypedTime): number | null {
  return figure.trim() === "" ? null : wholeNumber(figure) * MINUTES_IN[unit];
}

export function promisesOf({ chat, request, requestsPerDay, callsBack }: PromiseAnswers): Promises {
  return {
    chatMinutes: minutesIn(chat),
    requestMinutes: minutesIn(request),
    requestsPerDay: wholeNumber(requestsPerDay),
    callsBack,
  };
}

export function isFaulty(faults: PromiseFaults): boolean {
  return Object.values(faults).some((fault) => fault !== null);
}

/** Whether something was typed that is not kept yet. What is no promise at all was never kept. */
export function isUnsaved(answers: PromiseAnswers, saved: Promises): boolean {
  const asKept = promisesOf(answersOf(saved));
  return isFaulty(faultsOf(answers)) || JSON.stringify(promisesOf(answers)) !== JSON.stringify(asKept);
}

export function faultsOf({ chat, request, requestsPerDay }: PromiseAnswers): PromiseFaults {
  return {
    chat: timeFault(chat),
    request: timeFault(request),
    requestsPerDay: isWithin(wholeNumber(requestsPerDay), MOST_REQUESTS)
      ? null
      : say("promises.limitFault", { most: MOST_REQUESTS }),
  };
}

function timeFault(typed: TypedTime): string | null {
  const minutes = minutesIn(typed);
  if (minutes === null || isWithin(minutes, MOST_MINUTES)) return null;
  return say("promises.numberFault", { most: MOST_MINUTES / MINUTES_IN[typed.unit] });
}

/** In the unit that it is usually said in, unless it would not be whole. */
function typedTime(minutes: number | null, usual: Unit): TypedTime {
  if (minutes === null) return { figure: "", unit: usual };
  const unit = usual === "hours" && minutes % 60 === 0 ? "hours" : "minutes";
  return { figure: String(minutes / MINUTES_IN[unit]), unit };
}

function wholeNumber(text: string): number {
  return /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
}

function isWithin(value: number, most: number): boolean {
  return value >= 1 && value <= most;
}
