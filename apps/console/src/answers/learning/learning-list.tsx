import { Children, type ReactNode, useId } from "react";
import sheet from "../../settings/sheet.module.css";
import { useRowFocus } from "../../settings/use-row-focus.ts";

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
  const count = Children.count(children);
  const around = useRowFocus<HTMLElement>(count, "h2");
  return (
    <section className={sheet.sheet} aria-labelledby={id} {...around}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      <p className={sheet.note}>{count === 0 ? empty : what}</p>
      <ul>{children}</ul>
    </section>
  );
}
