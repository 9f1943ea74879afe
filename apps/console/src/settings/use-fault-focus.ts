import { type RefObject, useEffect, useRef } from "react";

/** Leads the keyboard to the first field that is wrong, each time that faults were found. Belongs to what is around the fields. */
export function useFaultFocus<Form extends HTMLElement>(
  faults: Readonly<Record<never, string | null>>,
): RefObject<Form | null> {
  const form = useRef<Form>(null);
  useEffect(() => {
    const isFaulty = Object.values<string | null>(faults).some((fault) => fault !== null);
    if (isFaulty) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [faults]);
  return form;
}
