import type { ReactNode } from "react";
import page from "../settings/settings-page.module.css";
import styles from "./answers-page.module.css";

interface AnswersPageProps {
  title: string;
  what?: string;
  /** What is chosen and done for the whole page, at its head. */
  actions?: ReactNode;
  /** Its head stays in sight. */
  pinned?: boolean;
  children: ReactNode;
}

/** A page about answers, which every agent may write. */
export function AnswersPage({ title, what, actions, pinned = false, children }: AnswersPageProps) {
  return (
    <main className={page.page}>
      <header className={`${page.head} ${styles.head}`} data-pinned={pinned}>
        <div>
          <h1>{title}</h1>
          {what && <p>{what}</p>}
        </div>
        {actions}
      </header>
      {children}
    </main>
  );
}
