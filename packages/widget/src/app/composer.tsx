import { MAX_TEXT_LENGTH } from "@shopbell/protocol/limits";
import * as phrases from "../locales/en/panel.ts";
import { icon, SEND } from "./icon.tsx";
import type { Stage } from "./screen.tsx";

/**
 * The box in which the visitor writes. It grows with its text, to the six lines that its style allows.
 *
 * @param look `write` on the first screen, `say` under a conversation
 */
export function composer({ words: { t }, draft, panel }: Stage, look: string, placeholder: string) {
  const excess = excessOf(draft);
  return (
    <form
      class={look}
      onSubmit={(event) => {
        event.preventDefault();
        panel.send();
      }}
    >
      <textarea
        class="text"
        ref={panel.onBox}
        rows={1}
        dir="auto"
        aria-label={t(phrases.yourMessage)}
        placeholder={placeholder}
        enterkeyhint="send"
        value={draft}
        onInput={(event) => panel.type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (!sends(event)) return;
          event.preventDefault();
          panel.send();
        }}
      />
      {look === "write" && (
        <span class="hint meta">{excess > 0 || t(draft ? phrases.enterSends : phrases.aPerson)}</span>
      )}
      {excess > 0 && (
        <span class="excess tick bad" role="status">
          {t(phrases.tooMany, { count: excess })}
        </span>
      )}
      <button type="submit" class="go" aria-label={t(phrases.send)} disabled={!panel.canSend}>
        {icon(SEND)}
      </button>
    </form>
  );
}

/** How many characters a text has that the relay would not take. It is kept all the same, for the visitor to shorten. */
export function excessOf(draft: string): number {
  return draft.trim().length - MAX_TEXT_LENGTH;
}

/** The box is as high as its text. */
export function fit(box: HTMLElement | null): void {
  if (!box) return;
  box.style.blockSize = "auto";
  box.style.blockSize = `${box.scrollHeight}px`;
}

/**
 * Whether a key sends what was written. Never while an input method composes: its Enter chooses a word. Safari says so only
 * with key code 229.
 */
function sends({ key, shiftKey, isComposing, keyCode }: KeyboardEvent): boolean {
  return key === "Enter" && !shiftKey && !isComposing && keyCode !== 229;
}
