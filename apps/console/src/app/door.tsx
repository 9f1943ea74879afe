import type { ReactNode } from "react";
import { Icon } from "../ui/icons.tsx";
import styles from "./door.module.css";

interface DoorProps {
  title: string;
  what?: string;
  children?: ReactNode;
}

/** A page in front of the counter: set-up, sign-in, and what is said when neither works. */
export function Door({ title, what, children }: DoorProps) {
  return (
    <main className={styles.door}>
      <div className={styles.sheet}>
        <div className={styles.awning} aria-hidden="true" />
        <div className={styles.inside}>
          <span className={styles.bell}>
            <Icon name="bell" />
          </span>
          <header>
            <h1>{title}</h1>
            {what && <p className={styles.what}>{what}</p>}
          </header>
          {children}
        </div>
      </div>
    </main>
  );
}
