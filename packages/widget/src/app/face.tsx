import type { AgentFace } from "@shopbell/protocol/types";
import { firstName, useShop } from "./shop.ts";

/** Somebody's photo, or their initials. Without anybody, the shop's. */
export function Face({ of: agent, large = false }: { of: AgentFace | null; large?: boolean }) {
  const { face, relay } = useShop();
  const name = agent ? firstName(agent) : face.name;
  if (agent?.photo) return <img class="face" src={new URL(agent.photo, relay).href} alt={name} />;
  return (
    <span class={large ? "face large" : "face"} aria-hidden="true">
      {initials(agent?.name ?? face.name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).map((word) => [...word][0] ?? "");
  return words.slice(0, 2).join("").toUpperCase();
}
