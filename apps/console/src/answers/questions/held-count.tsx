import { useQuery } from "@tanstack/react-query";
import atoms from "../../ui/atoms.module.css";
import { postsQuery } from "./posts-http.ts";
import styles from "./questions.module.css";
import { say } from "./words.ts";

/** How many posts wait for an agent to look at them; nothing for none. */
export function HeldCount({ siteKey }: { siteKey: string }) {
  const count = useQuery(postsQuery(siteKey)).data?.held ?? 0;
  if (count === 0) return null;
  return (
    <span className={styles.count}>
      <span aria-hidden="true">{count}</span>
      <span className={atoms.hidden}>{say("count", { count })}</span>
    </span>
  );
}
