import { useEffect, useEffectEvent } from "react";

/** Does something on Ctrl+Enter, or Cmd+Enter, wherever on the page: but not behind a dialog. */
export function useCtrlEnter(act: () => void): void {
  const onPress = useEffectEvent((press: KeyboardEvent) => {
    if (press.key !== "Enter" || !(press.ctrlKey || press.metaKey)) return;
    if (press.target instanceof Element && press.target.closest("[role=dialog], [role=alertdialog]")) return;
    press.preventDefault();
    act();
  });
  useEffect(() => {
    document.addEventListener("keydown", onPress);
    return () => document.removeEventListener("keydown", onPress);
  }, []);
}
