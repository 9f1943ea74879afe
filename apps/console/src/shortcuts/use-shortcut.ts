import { useEffect, useEffectEvent } from "react";
import { shortcutsOn } from "../me/preferences.ts";
import { type Shortcut, shortcutOf } from "./shortcut.ts";

/** Does something on one of these shortcuts, while the component is on the screen and nobody has turned them off. */
export function useShortcuts(actions: Partial<Record<Shortcut, () => void>>): void {
  const onPress = useEffectEvent((press: KeyboardEvent) => {
    const shortcut = shortcutOf(press);
    const act = shortcut && actions[shortcut];
    if (!act || !shortcutsOn()) return;
    press.preventDefault();
    act();
  });
  useEffect(() => {
    document.addEventListener("keydown", onPress);
    return () => document.removeEventListener("keydown", onPress);
  }, []);
}
