import type { SignInList } from "@shopbell/protocol/types";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ago, stamp } from "../format.ts";
import { refusalSentence } from "../http/problem-sentence.ts";
import { signInsQuery } from "../http/queries.ts";
import { askRelay } from "../http/relay-http.ts";
import { t } from "../i18n.ts";
import { useRelayNow } from "../line/relay-now.ts";
import atoms from "../ui/atoms.module.css";
import { showToast } from "../ui/toasts.tsx";
import { browserName } from "./browser-name.ts";
import styles from "./me-page.module.css";

type SignInRow = SignInList["signIns"][number];

/** Every browser that is signed in as me, with a way to end what I do not know. */
export function SignIns() {
  const list = useQuery(signInsQuery);
  return (
    <section className={styles.setting}>
      <h2>{t("me.signIns")}</h2>
      <p>{t("me.signInsWhat")}</p>
      {list.isError && (
        <p role="alert">
          {t("me.signInsMissing", { reason: refusalSentence(list.error) })}{" "}
          <button type="button" className={atoms.button} onClick={() => list.refetch()}>
            {t("me.loadAgain")}
          </button>
        </p>
      )}
      <ul className={styles.signIns}>
        {list.data?.signIns.map((signIn) => (
          <SignInLine key={signIn.id} signIn={signIn} />
        ))}
      </ul>
    </section>
  );
}

function SignInLine({ signIn }: { signIn: SignInRow }) {
  const queries = useQueryClient();
  const now = useRelayNow(10_000);
  const revoke = useMutation({
    mutationFn: () => askRelay("DELETE", `/v1/agent/sign-ins/${encodeURIComponent(signIn.id)}`),
    onSuccess: () => {
      showToast(t("me.revoked", { browser: browserName(signIn.browser) }));
      return queries.invalidateQueries({ queryKey: signInsQuery.queryKey });
    },
    onError: (error) => showToast(t("done.failed", { reason: refusalSentence(error) })),
  });
  return (
    <li className={styles.signIn}>
      <div>
        <b title={signIn.browser}>{browserName(signIn.browser)}</b>
        {signIn.current && <span className={atoms.meta}> {t("me.thisOne")}</span>}
        <p className={atoms.meta}>
          {t("me.lastSeen", { since: stamp(signIn.createdAt, now), ago: ago(signIn.seenAt, now) })}
        </p>
      </div>
      {!signIn.current && (
        <button type="button" className={atoms.button} disabled={revoke.isPending} onClick={() => revoke.mutate()}>
          {t("me.revoke")}
        </button>
      )}
    </li>
  );
}
