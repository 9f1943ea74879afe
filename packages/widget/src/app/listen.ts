import type { Line } from "@shopbell/client";
import type { Panel } from "./panel.tsx";

/** Draws the panel anew after everything that happens outside of it. Returns how to stop. */
export function listen(panel: Panel, line: Line, frame: HTMLElement): () => void {
  const over = new AbortController();
  const { signal } = over;
  const { visualViewport: view } = window;

  /** On a phone the panel fills what the on-screen keyboard leaves of the screen. */
  const fit = (): void => {
    const { offsetTop = 0, height = innerHeight } = view ?? {};
    frame.style.setProperty("--top", `${offsetTop}px`);
    frame.style.setProperty("--height", `${height}px`);
  };
  fit();
  view?.addEventListener("resize", fit, { signal });
  view?.addEventListener("scroll", fit, { signal });
  document.addEventListener("visibilitychange", panel.draw, { signal });
  for (const type of ["storage", "online", "offline"]) window.addEventListener(type, panel.draw, { signal });
  // What is typed here is not for the shop's own keyboard shortcuts.
  for (const type of ["keydown", "keypress", "keyup"])
    frame.parentElement?.addEventListener(type, (event) => event.stopPropagation(), { signal });
  frame.parentElement?.addEventListener(
    "keydown",
    ({ key, isComposing }) => {
      if (key === "Escape" && !isComposing) panel.escape();
    },
    { signal },
  );
  const unsubscribe = line.subscribe(panel.draw);
  return () => {
    unsubscribe();
    over.abort();
  };
}
