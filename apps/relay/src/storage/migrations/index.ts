import type { Migration } from "kysely/migration";
import { up as counter } from "./0001-counter.ts";
import { up as visitorTokens } from "./0002-visitor-tokens.ts";
import { up as closedAt } from "./0003-closed-at.ts";
import { up as requests } from "./0004-requests.ts";
import { up as selfHelp } from "./0005-self-help.ts";

/** In order, and never changed once released. Imported by name, so that a bundle holds them too. */
export const MIGRATIONS: Record<string, Migration> = {
  "0001-counter": { up: counter },
  "0002-visitor-tokens": { up: visitorTokens },
  "0003-closed-at": { up: closedAt },
  "0004-requests": { up: requests },
  "0005-self-help": { up: selfHelp },
};
