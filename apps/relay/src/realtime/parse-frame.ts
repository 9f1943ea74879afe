import { type AgentFrame, ConversationId, MessageId, type VisitorFrame } from "@shopbell/protocol";
import type * as z from "zod";

/** Everything that either end may send; a hello's token is a visitor's only. */
export type PeerFrame = VisitorFrame | AgentFrame;

export type Parsed =
  | { kind: "frame"; frame: PeerFrame }
  | { kind: "text-invalid"; conversationId: ConversationId; id: MessageId }
  | { kind: "malformed"; re: string | undefined };

/** As much of an unreadable frame's type as is repeated back. */
const MAX_RE = 40;

/** Reads a frame. X4: a message whose text alone is wrong is told apart, so that it can be said beside the text. */
export function parseFrame(schema: z.ZodType<PeerFrame>, text: string): Parsed {
  const value = parseJson(text);
  const parsed = schema.safeParse(value);
  if (parsed.success) return { kind: "frame", frame: parsed.data };
  const { type, conversationId, id } = fieldsOf(value);
  if (type === "message.send" && parsed.error.issues.every((issue) => issue.path[0] === "text")) {
    return { kind: "text-invalid", conversationId: ConversationId.parse(conversationId), id: MessageId.parse(id) };
  }
  return { kind: "malformed", re: typeof type === "string" ? type.slice(0, MAX_RE) : undefined };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no schema takes undefined, so this is malformed like any other
  }
}

function fieldsOf(value: unknown): { type?: unknown; conversationId?: unknown; id?: unknown } {
  return typeof value === "object" && value !== null ? value : {};
}
