import type { ConversationId } from "@shopbell/protocol/types";
import { MAX_PANES } from "./placement.ts";

const ID = /^[0-9a-f]{32}$/;

/** The panes that an address names, in their places. What is no conversation id, or is there twice, is passed over. */
export function panesIn(open: string | undefined): ConversationId[] {
  const ids = (open ?? "").split(",").filter((id) => ID.test(id));
  return [...new Set(ids)].slice(0, MAX_PANES) as ConversationId[];
}

/** The same panes for the address, or undefined for an empty board. */
export function openParam(panes: readonly ConversationId[]): string | undefined {
  return panes.length === 0 ? undefined : panes.join(",");
}

/** The address with one conversation more on the board: in the last place where there is none left. */
export function openParamWith(open: string | undefined, id: ConversationId): string {
  const panes = panesIn(open);
  return (panes.includes(id) ? panes : [...panes.slice(0, MAX_PANES - 1), id]).join(",");
}
