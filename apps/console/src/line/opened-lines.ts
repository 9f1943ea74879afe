import { deviceStorage, type Line, openAgentLine } from "@shopbell/client";
import { type UnfinishedTexts, unfinishedTexts } from "../board/unfinished-texts.ts";
import { type RelayClock, relayClock } from "./relay-clock.ts";

interface OpenedLine {
  readonly line: Line;
  readonly clock: RelayClock;
  readonly unfinished: UnfinishedTexts;
}

const opened = new Map<string, OpenedLine>();
/** One for the page: where the device keeps nothing, what was written must at least outlast a line. */
const storage = deviceStorage();

/** The line of an agent, one per page. */
export function lineOf(agentId: string): OpenedLine {
  const known = opened.get(agentId);
  if (known) return known;

  const line = openAgentLine({ relayUrl: location.origin, agentId });
  const fresh = { line, clock: relayClock(line), unfinished: unfinishedTexts(storage, agentId) };
  opened.set(agentId, fresh);
  return fresh;
}

/** Lets go of a line that the relay refused: the next sign-in gets a new one, which finds what was not sent on the device. */
export function dropLine(agentId: string): void {
  opened.get(agentId)?.line.stop();
  opened.delete(agentId);
}
