import { useEffect, useEffectEvent } from "react";
import { type Shortcut, shortcutOf } from "./shortcut.ts";

/** Does something on one of these shortcuts, while the component is on the screen. */
export function useShortcuts(actions: Partial<Record<Shortcut, () => void>>): void {
  const onPress = useEffectEvent((press: KeyboardEvent) => {
    const shortcut = shortcutOf(press);
    const act = shortcut && actions[shortcut];
    if (!act) return;
    press.preventDefault();
    act();
  });
  useEffect(() => {
    document.addEventListener("keydown", onPress);
    return () => document.removeEventListener("keydown", onPress);
  }, []);
}
