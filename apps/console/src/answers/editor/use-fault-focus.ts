import { useEffect, useRef } from "react";
import type { TypedFaults } from "./typed-answer.ts";

/** Leads the keyboard to the first field that is wrong, each time that faults were found. Belongs to what is around the fields. */
export function useFaultFocus(faults: TypedFaults) {
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const isFaulty = Object.values(faults).some((fault) => fault !== null);
    if (isFaulty) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [faults]);
  return form;
}
