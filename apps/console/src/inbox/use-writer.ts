import type { Author, ConversationId } from "@shopbell/protocol/types";
import { useDesk, useLineState } from "../line/desk.tsx";

type Writer = Exclude<Author, { kind: "rule" }>;

/** Who is writing in a conversation just now: its visitor, or a colleague. This agent's own other tabs do not count. */
export function useWriter(id: ConversationId): Writer | null {
  const { me } = useDesk();
  const author = useLineState((state) => state.threads[id]?.typing ?? null);
  if (author === null || author.kind === "rule") return null;
  return author.kind === "agent" && author.agent.id === me.agent.id ? null : author;
}
