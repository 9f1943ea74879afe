import type { Recording } from "./people/recording.ts";

/** How long things took in a run, in milliseconds. */
export interface Measures {
  readonly messages: number;
  readonly ackP50: number;
  readonly ackP95: number;
  /** From sending to being shown to somebody else. */
  readonly deliveryP50: number;
  readonly deliveryP95: number;
  readonly deliveryMax: number;
  /** How often somebody had no connection, and for how long. */
  readonly absences: number;
  readonly absenceP95: number;
}

export function measure(recordings: readonly Recording[]): Measures {
  const acks = recordings.flatMap(ackTimes);
  const deliveries = deliveryTimes(recordings);
  const absences = recordings.flatMap((recording) => recording.absences.map(({ from, until }) => until - from));
  return {
    messages: recordings.reduce((sum, { sent }) => sum + sent.length, 0),
    ackP50: percentile(acks, 0.5),
    ackP95: percentile(acks, 0.95),
    deliveryP50: percentile(deliveries, 0.5),
    deliveryP95: percentile(deliveries, 0.95),
    deliveryMax: percentile(deliveries, 1),
    absences: absences.length,
    absenceP95: percentile(absences, 0.95),
  };
}

/** The same of everybody's first time: who loses a relay again soon is owed the longer pauses of a backoff. */
export function firstAbsenceP95(recordings: readonly Recording[]): number {
  const first = recordings.flatMap(({ absences }) => absences.slice(0, 1));
  return percentile(
    first.map(({ from, until }) => until - from),
    0.95,
  );
}

/** How long after a moment the next message was acknowledged to anybody. */
export function nextAckMs(recordings: readonly Recording[], moment: number): number {
  const later = recordings.flatMap(({ answers }) =>
    answers.filter(({ kind, at }) => kind === "accepted" && at >= moment),
  );
  return Math.round(later.reduce((soonest, { at }) => Math.min(soonest, at - moment), Number.POSITIVE_INFINITY));
}

/** Messages that were refused for good, although nothing was wrong with them. */
export function refusals(recordings: readonly Recording[]): number {
  return recordings.reduce((sum, { answers }) => sum + answers.filter(({ kind }) => kind === "refused").length, 0);
}

/** The value that a share of all does not exceed, rounded; 0 where there is none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0);
}

function ackTimes({ sent, answers }: Recording): number[] {
  const sentAt = new Map(sent.map(({ id, at }) => [id, at]));
  const told = new Set<string>();
  return answers.flatMap(({ id, kind, at }) => {
    if (told.has(id) || (kind !== "accepted" && kind !== "echoed")) return [];
    told.add(id);
    return [at - (sentAt.get(id) ?? at)];
  });
}

/**
 * For each message and each other participant, how long until it was first shown there.
 *
 * @param from when the messages were sent, and `until`
 */
export function deliveryTimes(recordings: readonly Recording[], from = 0, until = Number.POSITIVE_INFINITY): number[] {
  const all = recordings.flatMap(({ sent }) => sent);
  const sentAt = new Map<string, number>(
    all.filter(({ at }) => at >= from && at < until).map(({ id, at }) => [id, at]),
  );
  return recordings.flatMap((recording) => {
    const own = new Set<string>(recording.sent.map(({ id }) => id));
    return [...firstShown(recording)].flatMap(([id, at]) => {
      const since = sentAt.get(id);
      return since === undefined || own.has(id) ? [] : [at - since];
    });
  });
}

function firstShown({ views }: Recording): Map<string, number> {
  const shown = new Map<string, number>();
  for (const { at, entries } of views.toReversed()) {
    for (const entry of entries) if (entry.kind === "message") shown.set(entry.id, at);
  }
  return shown;
}
