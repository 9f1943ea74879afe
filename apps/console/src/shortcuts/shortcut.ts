/** What a key does while nobody is typing. */
export type Shortcut =
  | "next"
  | "previous"
  | "snooze"
  | "availability"
  | "help"
  | "pane-1"
  | "pane-2"
  | "pane-3"
  | "pane-4";

const KEYS: Readonly<Record<string, Shortcut>> = {
  j: "next",
  k: "previous",
  s: "snooze",
  a: "availability",
  "?": "help",
  "1": "pane-1",
  "2": "pane-2",
  "3": "pane-3",
  "4": "pane-4",
};

/** Where keys mean something else. */
const OCCUPIED = "input, textarea, select, [contenteditable], [role=dialog], [role=menu]";

type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "target" | "defaultPrevented">;

/** The shortcut behind a key press, or null: while something is written, in a dialog or menu, and with modifiers there is none. */
export function shortcutOf(press: KeyPress): Shortcut | null {
  if (press.defaultPrevented || press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.target instanceof Element && press.target.closest(OCCUPIED)) return null;
  return Object.hasOwn(KEYS, press.key) ? (KEYS[press.key] ?? null) : null;
}
