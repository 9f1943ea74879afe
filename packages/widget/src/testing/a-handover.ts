import { ANA, aSiteState, JOAO } from "@shopbell/protocol/testing";
import type { SiteFace } from "@shopbell/protocol/types";
import type { Handover } from "../contract.ts";
import { drawBell } from "../loader/bell.ts";

export function aFace(changes: Partial<SiteFace> = {}): SiteFace {
  return {
    key: "lisboa",
    name: "Lisboa Shoes",
    look: { color: "#1d4f9f", position: "end", label: null },
    helps: false,
    ...aSiteState({ availability: "available", people: [ANA, JOAO] }),
    ...changes,
  };
}

/** What the app gets from a loader that has just drawn its bell into this page. */
export function aHandover(face = aFace()): Handover {
  const host = document.createElement("div");
  document.body.append(host);
  return { face, relay: "https://chat.example", locale: undefined, bell: drawBell(host, face, {}) };
}
