import { HOUR, STEP } from "./day.ts";

/** What a key does to the edge that has the focus. */
export type EdgeAct = { kind: "move"; minutes: number } | { kind: "type" | "remove" | "copy" };

interface Pressed {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** @param forward the arrow that points to later times: left, where the page is read from right to left */
export function edgeAct(pressed: Pressed, forward: "ArrowRight" | "ArrowLeft"): EdgeAct | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  const step = pressed.shiftKey ? HOUR : STEP;
  switch (pressed.key) {
    case "ArrowRight":
    case "ArrowLeft":
      return { kind: "move", minutes: pressed.key === forward ? step : -step };
    case "ArrowUp":
      return { kind: "move", minutes: step };
    case "ArrowDown":
      return { kind: "move", minutes: -step };
    case "Enter":
      return { kind: "type" };
    case "Delete":
    case "Backspace":
      return { kind: "remove" };
    case "c":
    case "C":
      return { kind: "copy" };
    default:
      return null;
  }
}
