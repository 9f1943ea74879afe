import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useShop } from "./shop.ts";

interface PanelProps {
  label: string;
  children: ComponentChildren;
}

/** The dialog above the bell. On a phone it fills what the on-screen keyboard leaves of the screen. */
export function Panel({ label, children }: PanelProps) {
  const { words } = useShop();
  const panel = useRef<HTMLElement>(null);

  useLayoutEffect(() => {
    const view = window.visualViewport;
    if (!view) return;
    const fit = (): void => {
      panel.current?.style.setProperty("--top", `${view.offsetTop}px`);
      panel.current?.style.setProperty("--height", `${view.height}px`);
    };
    fit();
    view.addEventListener("resize", fit);
    view.addEventListener("scroll", fit);
    return () => {
      view.removeEventListener("resize", fit);
      view.removeEventListener("scroll", fit);
    };
  }, []);

  return (
    <section
      class="panel"
      ref={panel}
      role="dialog"
      aria-label={label}
      lang={words.locale}
      dir={words.direction}
      tabIndex={-1}
    >
      {children}
    </section>
  );
}
