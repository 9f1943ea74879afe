import { AgentLine } from "../agent-line.ts";
import { applyFrame } from "../apply-frame.ts";
import { DirectLine, type DirectLineOptions } from "../direct-line.ts";
import { FakeClock } from "./fake-clock.ts";
import { FakeRelay } from "./fake-relay.ts";
import { MemoryDrafts } from "./memory-drafts.ts";

/** A visitor's line, or an agent's, with both its ends and its clock in the hand. */
export function aLine(changes: Partial<DirectLineOptions> & { clock?: FakeClock; drafts?: MemoryDrafts } = {}) {
  const relay = new FakeRelay();
  const poll = new FakeRelay();
  const clock = changes.clock ?? new FakeClock();
  const drafts = changes.drafts ?? new MemoryDrafts();
  const Line = changes.side === "agent" ? AgentLine : DirectLine;
  const line = new Line({
    socket: relay,
    poll,
    capMs: 30_000,
    side: "visitor",
    apply: applyFrame,
    hello: (resumption) => ({ ...resumption, token: null }),
    ...changes,
    clock,
    drafts,
  });
  return { line, relay, poll, clock, drafts };
}

/** The same, started and welcomed. */
export function aLiveLine(changes: Parameters<typeof aLine>[0] = {}) {
  const parts = aLine(changes);
  parts.line.start();
  parts.relay.welcome();
  return parts;
}
