import { BACKOFF_CAP_AGENT_MS } from "@shopbell/protocol/limits";
import type { AgentAvailability } from "@shopbell/protocol/types";
import { applyAgentFrame } from "./apply-agent-frame.ts";
import { systemClock } from "./clock.ts";
import { DirectLine, type DirectLineOptions } from "./direct-line.ts";
import { draftStore } from "./draft-store.ts";
import type { Line } from "./line.ts";
import { followPageLife } from "./page-life.ts";
import { pollTransport } from "./poll-transport.ts";
import { socketTransport } from "./socket-transport.ts";
import type { ToRelay } from "./transport.ts";
import { deviceStorage } from "./visitor-storage.ts";

export interface AgentLineOptions {
  /** Origin of the relay, without a trailing slash. */
  relayUrl: string;
  agentId: string;
}

/** A line that also says whether its agent takes chats: what they chose while nobody could be told is said after the welcome. */
export class AgentLine extends DirectLine {
  #chosen: ToRelay | undefined;

  constructor(options: DirectLineOptions) {
    super(options);
    this.onFrame((frame) => {
      if (frame.type === "welcome") this.#sayChosen();
    });
  }

  override setAvailability(availability: AgentAvailability, idle = false): void {
    this.#chosen = { type: "availability.set", availability, idle };
    this.#sayChosen();
  }

  #sayChosen(): void {
    if (!this.#chosen || this.state.status !== "live") return;
    this.say(this.#chosen);
    this.#chosen = undefined;
  }
}

/** An agent's line; the sign-in cookie says who it is. Drafts are kept per agent, so that another one never sends them. */
export function openAgentLine({ relayUrl, agentId }: AgentLineOptions): Line {
  const line = new AgentLine({
    clock: systemClock,
    socket: socketTransport(`${relayUrl.replace(/^http/, "ws")}/v1/agent/socket`),
    poll: pollTransport(`${relayUrl}/v1/agent/poll`, systemClock),
    capMs: BACKOFF_CAP_AGENT_MS,
    drafts: draftStore(deviceStorage(), `shopbell-console:${agentId}:out:`, systemClock.wall),
    side: "agent",
    apply: applyAgentFrame,
    hello: (resumption) => resumption,
  });
  followPageLife(line);
  return line;
}
