import { useLayoutEffect, useRef } from "react";

/**
 * A row that was moved may lose the keyboard on its way, and its button may have gone grey at the end of the list: then its other
 * button takes over.
 *
 * @param order changes when rows have moved
 * @returns what is called before they do
 */
export function useKeptFocus(order: string): () => void {
  const had = useRef<Element>(null);
  useLayoutEffect(() => {
    const { current } = had;
    had.current = null;
    if (!(current instanceof HTMLElement)) return;
    const isGrey = current instanceof HTMLButtonElement && current.disabled;
    const next = isGrey ? current.closest("li")?.querySelector<HTMLElement>("button:not([disabled])") : current;
    next?.focus();
  }, [order]);
  return () => {
    had.current = document.activeElement;
  };
}
