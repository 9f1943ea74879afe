import { Children, type ReactNode, useId } from "react";
import sheet from "../../settings/sheet.module.css";

interface LearningListProps {
  title: string;
  what: string;
  /** Said where there is no row. */
  empty: string;
  children: ReactNode;
}

/** One kind of what there is to learn. */
export function LearningList({ title, what, empty, children }: LearningListProps) {
  const id = useId();
  return (
    <section className={sheet.sheet} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className={sheet.note}>{Children.count(children) === 0 ? empty : what}</p>
      <ul>{children}</ul>
    </section>
  );
}
