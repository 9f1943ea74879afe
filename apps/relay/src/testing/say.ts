import { aConversationId, aMessageId } from "@shopbell/protocol/testing";
import type { FramePeer } from "./frame-peer.ts";

let minted = 0;

/** Says something and waits until it is stored. Begins the conversation where the speaker is its visitor. */
export async function say(peer: FramePeer, text: string, conversationId = aConversationId()) {
  minted += 1;
  const id = aMessageId(minted);
  peer.send({ type: "message.send", conversationId, id, text, start: true });
  return peer.first("message.accepted", (accepted) => accepted.id === id);
}
