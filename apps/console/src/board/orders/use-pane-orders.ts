import type { ConversationId, ConversationOrders } from "@shopbell/protocol/types";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { ordersQuery } from "./orders-query.ts";

/** Whether a visitor's orders are shown beside their chat, and what they are. */
export interface OrdersState {
  readonly panelId: string;
  readonly isOpen: boolean;
  readonly own: ConversationOrders;
  toggle(): void;
}

/** Null where the shop lets nobody look orders up, and until that is known. */
export function usePaneOrders(id: ConversationId): OrdersState | null {
  const panelId = useId();
  const [isOpen, setOpen] = useState(false);
  const { data: own } = useQuery(ordersQuery(id));
  return own?.enabled ? { panelId, isOpen, own, toggle: () => setOpen(!isOpen) } : null;
}
