import { type FocusEvent, useLayoutEffect, useRef } from "react";

/**
 * A row that goes would take the keyboard with it: it goes on to the row in its place, or to what stands in for one.
 *
 * @param count of rows
 * @param instead what takes the keyboard where no row can, as a selector
 * @returns what belongs to what is around the rows
 */
export function useRowFocus<Around extends HTMLElement>(count: number, instead: string) {
  const around = useRef<Around>(null);
  const place = useRef(0);
  const before = useRef(count);
  useLayoutEffect(() => {
    const isLost = count < before.current && document.activeElement === document.body;
    before.current = count;
    if (!isLost) return;
    const row = around.current?.querySelectorAll("li").item(Math.min(place.current, count - 1));
    const next = row?.querySelector("a, button:enabled") ?? around.current?.querySelector(instead);
    if (next instanceof HTMLElement) next.focus();
  }, [count, instead]);
  const onFocus = ({ target }: FocusEvent) => {
    const rows = [...(around.current?.querySelectorAll("li") ?? [])];
    const index = rows.findIndex((row) => row.contains(target));
    if (index >= 0) place.current = index;
  };
  return { ref: around, onFocus };
}
