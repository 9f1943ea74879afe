import type { ReactNode } from "react";
import styles from "./page.module.css";

interface PageProps {
  title: string;
  what?: string;
  children: ReactNode;
}

/** A page beside the rail: a title, what it is for, and its parts one below the other. */
export function Page({ title, what, children }: PageProps) {
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <header>
          <h1>{title}</h1>
          {what && <p className={styles.what}>{what}</p>}
        </header>
        {children}
      </div>
    </main>
  );
}
