import type { Availability } from "@shopbell/protocol/types";
import styles from "./signs.module.css";

/** How the bell shows availability: disc, half disc, ring, bar. */
export function AvailabilitySign({ availability }: { availability: Availability }) {
  return (
    <svg className={styles.availability} data-availability={availability} viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r="4.25" />
      {availability === "busy" && <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" />}
      {availability === "closed" && <path d="M3.5 6h5" />}
    </svg>
  );
}
