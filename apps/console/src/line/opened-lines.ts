import { type Line, openAgentLine } from "@shopbell/client";
import { type ComposerDrafts, composerDrafts } from "../board/composer-drafts.ts";
import { type RelayClock, relayClock } from "./relay-clock.ts";

interface OpenedLine {
  readonly line: Line;
  readonly clock: RelayClock;
  readonly drafts: ComposerDrafts;
}

const opened = new Map<string, OpenedLine>();

/** The line of an agent, one per page. */
export function lineOf(agentId: string): OpenedLine {
  const known = opened.get(agentId);
  if (known) return known;

  const line = openAgentLine({ relayUrl: location.origin, agentId });
  const fresh = { line, clock: relayClock(line), drafts: composerDrafts(localStorage, agentId) };
  opened.set(agentId, fresh);
  return fresh;
}

/** Lets go of a line that the relay refused: the next sign-in gets a new one, which finds what was not sent on the device. */
export function dropLine(agentId: string): void {
  opened.get(agentId)?.line.stop();
  opened.delete(agentId);
}
