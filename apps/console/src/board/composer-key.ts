type KeyPress = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "altKey" | "metaKey" | "isComposing" | "keyCode">;

/** Safari ends a composition before the key that ended it; it is then known by this code alone (UI Events, 6.3). */
const COMPOSING_KEY_CODE = 229;

/** What a key does in the composer, or null for what it always does in a text box. */
export function composerKey(press: KeyPress): "send" | "leave" | null {
  if (isComposing(press)) return null;
  if (press.key === "Escape") return "leave";
  const plain = !press.shiftKey && !press.altKey;
  return press.key === "Enter" && plain ? "send" : null;
}

/** What a key does in the list of answers that lies above the composer, or null for what it does without one. */
export function menuKey(press: KeyPress): "up" | "down" | "choose" | "close" | null {
  if (isComposing(press) || press.shiftKey || press.altKey || press.ctrlKey || press.metaKey) return null;
  switch (press.key) {
    case "ArrowUp":
      return "up";
    case "ArrowDown":
      return "down";
    case "Enter":
      return "choose";
    case "Escape":
      return "close";
    default:
      return null;
  }
}

function isComposing(press: KeyPress): boolean {
  return press.isComposing || press.keyCode === COMPOSING_KEY_CODE;
}
