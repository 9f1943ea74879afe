import { say } from "../words.ts";
import styles from "./notices.module.css";

/** A reply from a chat is to be looked over before everybody reads it. */
export function Masked({ count }: { count: number }) {
  return (
    <p className={`${styles.notice} ${styles.masked}`} data-look="look">
      {count === 0 ? say("editor.maskedNone") : say("editor.masked", { count })}
    </p>
  );
}
