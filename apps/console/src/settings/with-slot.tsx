import type { ReactNode } from "react";

/** Unicode's own character for "something that is not text goes here": said in place of a slot that an element fills. */
export const SLOT = "\u{fffc}";

interface WithSlotProps {
  text: string;
  children: ReactNode;
}

/** A phrase with an element where its slot is: in every language at its own place. */
export function WithSlot({ text, children }: WithSlotProps) {
  const [before, after] = text.split(SLOT);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}
