import type { ConversationId } from "@shopbell/protocol";
import type { BusMessage } from "../realtime/bus.ts";

/**
 * The relay, the seq, what the frame is about, who must not hear it, and whether it may get lost. None has a space in it, and
 * one without a value is empty. A newer relay may say more after them.
 */
const HEADER = /^[0-9a-f]+ (\d*) (\S*) (\S*) (lossy)?(?: .*)?$/;

/**
 * Puts a message into what goes over Redis: a line that says who sends it and for whom, then the frame as it is.
 *
 * @param relayId hexadecimal
 */
export function seal(relayId: string, { frame, seq, about, except, lossy }: BusMessage): string {
  return `${relayId} ${seq ?? ""} ${about ?? ""} ${except ?? ""} ${lossy ? "lossy" : ""}\n${frame}`;
}

/** Did this relay send it? Looks at no more than the first bytes. */
export function isFrom(relayId: string, payload: Buffer): boolean {
  return payload.toString("latin1", 0, relayId.length) === relayId;
}

/** The message in a payload; undefined if it is none, because somebody else publishes on the same Redis. Never throws. */
export function unseal(payload: Buffer): BusMessage | undefined {
  const headerEnd = payload.indexOf("\n");
  if (headerEnd === -1) return undefined;
  const header = HEADER.exec(payload.toString("utf8", 0, headerEnd));
  if (header === null) return undefined;
  const [, seq = "", about = "", except = "", lossy] = header;
  return {
    frame: payload.toString("utf8", headerEnd + 1),
    seq: seq === "" ? null : Number(seq),
    about: about === "" ? null : (about as ConversationId),
    except: except === "" ? null : except,
    lossy: lossy !== undefined,
  };
}
