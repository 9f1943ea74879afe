import type { ConversationSummary } from "@shopbell/protocol/types";
import { useNavigate, useSearch } from "@tanstack/react-router";

/** Goes from an agent's message to a new answer that is made of it. What lies on the board stays in the address. */
export function useMakeAnswer(): (row: ConversationSummary, seq: number) => void {
  const navigate = useNavigate();
  const { tab, open } = useSearch({ from: "/desk" });
  return ({ id, site }, seq) =>
    navigate({
      to: "/answers/$answerId",
      params: { answerId: "new" },
      search: { tab, open, site: site.key, from: id, seq: String(seq) },
    });
}
