import { useLayoutEffect, useRef } from "react";
import atoms from "../ui/atoms.module.css";
import { Icon } from "../ui/icons.tsx";
import styles from "./order-buttons.module.css";

interface OrderButtonsProps {
  place: { index: number; count: number };
  /** So many must stay. */
  least: number;
  labels: { up: string; down: string; remove: string };
  onMove(step: 1 | -1): void;
  onRemove(): void;
}

/** Moves one thing of a list, or takes it out. */
export function OrderButtons({ place: { index, count }, least, labels, onMove, onRemove }: OrderButtonsProps) {
  const buttons = useKeptFocus(index);
  return (
    <span ref={buttons} className={styles.buttons}>
      <button
        type="button"
        className={atoms.iconButton}
        aria-label={labels.up}
        disabled={index === 0}
        onClick={() => onMove(-1)}
      >
        <Icon name="up" size="s" />
      </button>
      <button
        type="button"
        className={atoms.iconButton}
        aria-label={labels.down}
        disabled={index === count - 1}
        onClick={() => onMove(1)}
      >
        <Icon name="down" size="s" />
      </button>
      <button
        type="button"
        className={atoms.iconButton}
        aria-label={labels.remove}
        disabled={count <= least}
        onClick={onRemove}
      >
        <Icon name="close" size="s" />
      </button>
    </span>
  );
}

/** At either end of the list a button goes grey under the finger: its neighbour takes the keyboard over. */
function useKeptFocus(index: number) {
  const buttons = useRef<HTMLSpanElement>(null);
  const had = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const isGrey = had.current instanceof HTMLButtonElement && had.current.disabled;
    if (isGrey) buttons.current?.querySelector<HTMLButtonElement>("button:enabled")?.focus();
    return () => {
      had.current = buttons.current?.contains(document.activeElement) ? document.activeElement : null;
    };
  }, [index]);
  return buttons;
}
