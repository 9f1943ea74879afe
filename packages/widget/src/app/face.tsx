import type { AgentFace } from "@shopbell/protocol/types";
import { firstName, type Scene } from "./scene.ts";

/** Somebody's photo, or their initials. Without anybody, the shop's. */
export function portrait({ face, relay }: Scene, agent: AgentFace | null, look = "") {
  if (agent?.photo) return <img class="face" src={new URL(agent.photo, relay).href} alt={firstName(agent)} />;
  return (
    <span class={`face ${look}`} aria-hidden="true">
      {initials((agent ?? face).name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).map((word) => [...word][0] ?? "");
  return words.slice(0, 2).join("").toUpperCase();
}
