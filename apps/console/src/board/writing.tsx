import type { AgentFace } from "@shopbell/protocol/types";
import { t } from "../i18n.ts";
import { Face } from "../ui/face.tsx";
import styles from "./writing.module.css";

/** The visitor is writing: a bubble to come. */
export function VisitorWriting({ name }: { name: string }) {
  return (
    <div className={styles.writing}>
      <span className={styles.dots} aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span>{t("thread.typing", { name })}</span>
    </div>
  );
}

/** A colleague is writing, so that two do not answer at once. */
export function ColleagueWriting({ agent }: { agent: AgentFace }) {
  return (
    <div className={styles.writing}>
      <Face agent={agent} size="xs" />
      <span>{t("thread.answering", { name: agent.name })}</span>
    </div>
  );
}
