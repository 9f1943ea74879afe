import type { Recording } from "../people/recording.ts";
import { checkStore } from "./check-store.ts";
import { checkFresh, checkInbox, checkSecrecy, checkSteps, checkViews } from "./check-views.ts";
import type { Evidence, Violation } from "./evidence.ts";

/** I6: nobody waits longer for an answer of some kind. */
const ANSWER_WITHIN_MS = 90_000;

/** Everything in a run that delivery.md says must never be; empty when nothing was lost, doubled, mixed up or made up. */
export function check(evidence: Evidence): Violation[] {
  const { stored, recordings, freshLoads, inboxes, freshInbox, complaints } = evidence;
  return [
    ...checkStore(stored, recordings),
    ...recordings.flatMap((recording) => [
      ...checkViews(stored, recording),
      ...checkSecrecy(recording),
      ...checkSteps(recording),
      ...checkFresh(freshLoads, recording),
      ...everythingAnswered(recording),
      ...backAgain(recording),
    ]),
    ...inboxes.flatMap((inbox) => checkInbox(freshInbox, inbox)),
    ...complaints.map((what): Violation => ({ invariant: "I12", what })),
  ];
}

function everythingAnswered({ name, sent, answers }: Recording): Violation[] {
  const firstAt = new Map<string, number>();
  for (const { id, at } of answers) if (!firstAt.has(id)) firstAt.set(id, at);
  return sent.flatMap(({ id, text, at }): Violation[] => {
    const waitedMs = (firstAt.get(id) ?? Number.POSITIVE_INFINITY) - at;
    return waitedMs <= ANSWER_WITHIN_MS
      ? []
      : [{ invariant: "I6", what: `${name} waited ${waitedMs} ms for "${text}"` }];
  });
}

function backAgain({ name, live }: Recording): Violation[] {
  return live ? [] : [{ invariant: "I12", what: `${name} is not connected` }];
}
