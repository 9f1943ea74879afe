import type { ReactNode } from "react";
import page from "../settings/settings-page.module.css";
import styles from "./answers-page.module.css";

interface AnswersPageProps {
  title: string;
  what?: string;
  /** What is chosen and done for the whole page, at its head. */
  actions?: ReactNode;
  /** What became of it: then the head stays in sight, with what was said there. */
  outcome?: ReactNode;
  children: ReactNode;
}

/** A page about answers, which every agent may write. */
export function AnswersPage({ title, what, actions, outcome, children }: AnswersPageProps) {
  return (
    <main className={page.page}>
      <header className={`${page.head} ${styles.head}`} data-pinned={outcome !== undefined}>
        <div>
          <h1>{title}</h1>
          {what && <p>{what}</p>}
        </div>
        {actions}
        {outcome && <div className={styles.outcome}>{outcome}</div>}
      </header>
      {children}
    </main>
  );
}
