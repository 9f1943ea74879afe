import { t } from "../i18n.ts";
import { useLineState } from "../line/desk.tsx";

/** How a count of conversations is said: `12`, or `500+` while the relay has sent only those who have waited longest. */
export function useCountWords(): (count: number) => string {
  const more = useLineState((state) => state.inboxMore);
  return (count) => (more ? t("inbox.atLeast", { count }) : String(count));
}
