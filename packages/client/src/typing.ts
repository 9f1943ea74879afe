import { TYPING_EVERY_MS, TYPING_LIFE_MS } from "@shopbell/protocol/limits";
import type { ConversationId, RelayFrame } from "@shopbell/protocol/types";
import type { Clock } from "./clock.ts";
import type { ToRelay } from "./transport.ts";

/**
 * Announces our own typing at most every 3 s, and forgets the other side's after 6 s without another sign (T1).
 *
 * @param fade called when the other side's typing has to go from the screen
 */
export function createTyping(clock: Clock, send: (frame: ToRelay) => void, fade: (id: ConversationId) => void) {
  const announcedAt = new Map<ConversationId, number>();
  const fading = new Map<ConversationId, () => void>();

  return {
    set(id: ConversationId, typing: boolean): void {
      const last = announcedAt.get(id);
      if (typing ? last !== undefined && clock.now() - last < TYPING_EVERY_MS : last === undefined) return;
      if (typing) announcedAt.set(id, clock.now());
      else announcedAt.delete(id);
      send({ type: "typing.set", conversationId: id, typing });
    },
    /** What was said is said: the next key is news again. */
    sent(id: ConversationId): void {
      announcedAt.delete(id);
    },
    hear(frame: RelayFrame): void {
      if (frame.type !== "typing.changed") return;
      const id = frame.conversationId;
      fading.get(id)?.();
      fading.set(
        id,
        clock.after(TYPING_LIFE_MS, () => fade(id)),
      );
    },
    stop(): void {
      for (const [id, cancel] of fading) {
        cancel();
        fade(id);
      }
      fading.clear();
    },
  };
}
