import type { SiteCard } from "@shopbell/protocol/types";
import { useSearch } from "@tanstack/react-router";
import { useDesk } from "../line/desk.tsx";

/** The part of an address that says which shop its page is about. */
export interface SiteSearch {
  site?: string | undefined;
}

export function siteSearch(raw: Record<string, unknown>): SiteSearch {
  return typeof raw["site"] === "string" ? { site: raw["site"] } : {};
}

/** The shop that a page is about: the one in the address, else the first. Null where there is none. */
export function useSite(): SiteCard | null {
  const { sites } = useDesk().me;
  const { site: key } = useSearch({ strict: false });
  return sites.find((site) => site.key === key) ?? sites[0] ?? null;
}

/** Whether the signed-in agent may change settings. */
export function useIsOwner(): boolean {
  return useDesk().me.role === "owner";
}
