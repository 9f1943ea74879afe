import type { ReactNode } from "react";
import styles from "./settings-page.module.css";
import { useIsOwner } from "./site-choice.ts";
import { say } from "./words.ts";

interface SettingsPageProps {
  title: string;
  what?: string;
  /** What is chosen and done for the whole page, at its head. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A page of settings. Whoever may not change it reads it, and is told why. */
export function SettingsPage({ title, what, actions, children }: SettingsPageProps) {
  const isOwner = useIsOwner();
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{title}</h1>
          {what && <p>{what}</p>}
          {!isOwner && <p className={styles.readOnly}>{say("settings.ownersOnly")}</p>}
        </div>
        {actions}
      </header>
      {children}
    </main>
  );
}
