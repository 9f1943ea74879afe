import type { SiteCard } from "@shopbell/protocol/types";
import { useSearch } from "@tanstack/react-router";
import { useDesk } from "../line/desk.tsx";

/** The part of an address that says which shop the settings are for. */
interface SettingsSearch {
  site?: string | undefined;
}

export function settingsSearch(raw: Record<string, unknown>): SettingsSearch {
  return typeof raw["site"] === "string" ? { site: raw["site"] } : {};
}

/** The shop that is being set up: the one in the address, else the first. Null where there is none. */
export function useSite(): SiteCard | null {
  const { sites } = useDesk().me;
  const { site: key } = useSearch({ from: "/desk/settings" });
  return sites.find((site) => site.key === key) ?? sites[0] ?? null;
}

/** Whether the signed-in agent may change settings. */
export function useIsOwner(): boolean {
  return useDesk().me.role === "owner";
}
