import type { Line, LineState } from "@shopbell/client";
import type { AgentFace, Availability, SiteFace } from "@shopbell/protocol/types";
import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Keep } from "./keep.ts";
import type { Words } from "./words.ts";

/** What every part of the panel may use. */
export interface Shop {
  readonly face: SiteFace;
  /** Origin of the relay: where photos are. */
  readonly relay: string;
  readonly line: Line;
  readonly keep: Keep;
  readonly words: Words;
}

export const ShopContext = createContext<Shop | null>(null);

export function useShop(): Shop {
  const shop = useContext(ShopContext);
  if (!shop) throw new Error("no shop around this part of the panel");
  return shop;
}

export function useLine(line: Line): LineState {
  const [state, setState] = useState(line.state);
  useEffect(() => {
    const read = (): void => setState(line.state);
    read();
    return line.subscribe(read);
  }, [line]);
  return state;
}

/** Who is at the counter: what the line heard last, else what the bell was drawn from. */
export function counterOf(
  face: SiteFace,
  state: LineState,
): { availability: Availability; people: readonly AgentFace[] } {
  const { availability, people } = state;
  return availability ? { availability, people } : face;
}

export function firstName(face: AgentFace): string {
  return face.name.replace(/\s.*/s, "");
}
