import type { TeamMember } from "@shopbell/protocol/types";
import { t } from "../i18n.ts";
import atoms from "../ui/atoms.module.css";
import styles from "./load.module.css";
import { pipsOf } from "./pips.ts";

/** "3 of 5", and the same in squares. */
export function Load({ load, capacity }: Pick<TeamMember, "load" | "capacity">) {
  return (
    <span className={styles.load}>
      <span className={styles.pips} aria-hidden="true">
        {pipsOf(load, capacity).map((taken, index) => (
          <i key={index} data-taken={taken} />
        ))}
      </span>
      <span>
        {t("available.load", { load, capacity })} <span className={atoms.hidden}>{t("available.loadLabel")}</span>
      </span>
    </span>
  );
}
