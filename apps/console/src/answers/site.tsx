import type { SiteCard } from "@shopbell/protocol/types";
import { createContext, useContext } from "react";

const SiteContext = createContext<SiteCard | null>(null);
export const SiteProvider = SiteContext.Provider;

/** The shop whose answers are on the page. */
export function useSite(): SiteCard {
  const site = useContext(SiteContext);
  if (!site) throw new Error("there is no shop around this");
  return site;
}
