import { TABS, type Tab } from "../inbox/inbox-order.ts";

type Raw = Record<string, unknown>;

/** Reads the part of an address after `?`. Values are texts: the router's own reading takes an id of digits for a number. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Writes it, without what is undefined. Commas stay commas, so that an address can be read. */
export function stringifySearch(search: Raw): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined) params.set(name, String(value));
  }
  const text = params.toString().replaceAll("%2C", ",");
  return text === "" ? "" : `?${text}`;
}

export interface DeskSearch {
  tab?: Tab | undefined;
  open?: string | undefined;
}

/** Which tab is chosen and what lies on the board. What is unknown falls away. */
export function deskSearch(raw: Raw): DeskSearch {
  const tab = TABS.find((each) => each === raw["tab"]);
  return {
    ...(tab && { tab }),
    ...(typeof raw["open"] === "string" && { open: raw["open"] }),
  };
}

export interface SignInSearch {
  back?: string | undefined;
  ended?: true | undefined;
}

/** Where to return to, and whether somebody was signed out in the middle of their work. */
export function signInSearch(raw: Raw): SignInSearch {
  return {
    ...(typeof raw["back"] === "string" && { back: raw["back"] }),
    ...(String(raw["ended"]) === "true" && { ended: true }),
  };
}
