import type { ApiTokens } from "@shopbell/protocol/types";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ago, shortDay } from "../../format.ts";
import { refusalSentence } from "../../http/problem-sentence.ts";
import { useRelayNow } from "../../line/relay-now.ts";
import atoms from "../../ui/atoms.module.css";
import { showToast } from "../../ui/toasts.tsx";
import { AskDialog } from "../ask-dialog.tsx";
import { NotLoaded } from "../not-loaded.tsx";
import sheet from "../sheet.module.css";
import { say } from "../words.ts";
import { NewToken } from "./new-token.tsx";
import styles from "./orders.module.css";
import { revokeToken, tokensQuery } from "./orders-http.ts";

type Token = ApiTokens["tokens"][number];

/** With what the shop's own system may tell us of orders. */
export function Tokens({ siteKey }: { siteKey: string }) {
  const query = useQuery(tokensQuery(siteKey));
  return (
    <section className={`${sheet.sheet} ${sheet.fields}`}>
      <div>
        <h2>{say("tokens.title")}</h2>
        <p className={sheet.note}>{say("tokens.what")}</p>
      </div>
      {query.data ? <TokenList siteKey={siteKey} tokens={query.data.tokens} /> : <NotLoaded query={query} />}
      <NewToken siteKey={siteKey} />
    </section>
  );
}

function TokenList({ siteKey, tokens }: { siteKey: string; tokens: readonly Token[] }) {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Token | null>(null);
  const revoking = useMutation({
    mutationFn: ({ id }: Token) => revokeToken(siteKey, id),
    onSuccess: () => showToast(say("tokens.revoked")),
    onError: (error) => showToast(say("tokens.failed", { reason: refusalSentence(error) })),
    onSettled: () => queries.invalidateQueries({ queryKey: tokensQuery(siteKey).queryKey }),
  });
  const onAnswer = (yes: boolean) => {
    if (yes && asked) revoking.mutate(asked);
    setAsked(null);
  };
  if (tokens.length === 0) return <p>{say("tokens.none")}</p>;
  return (
    <>
      <ul className={styles.tokens}>
        {tokens.map((token) => (
          <TokenRow key={token.id} token={token} onRevoke={() => setAsked(token)} />
        ))}
      </ul>
      <AskDialog
        open={asked !== null}
        title={say("tokens.revokeTitle", { name: asked?.name ?? "" })}
        what={say("tokens.revokeWhat")}
        yes={say("tokens.revoke")}
        no={say("tokens.keep")}
        onAnswer={onAnswer}
      />
    </>
  );
}

function TokenRow({ token, onRevoke }: { token: Token; onRevoke(): void }) {
  const now = useRelayNow(60_000);
  const { name, lastFour, createdAt, usedAt } = token;
  return (
    <li>
      <div>
        <b>{name}</b>
        <p className={sheet.note}>
          {say("tokens.ends", { lastFour })} · {say("tokens.made", { day: shortDay(createdAt, now) })} ·{" "}
          {usedAt === null ? say("tokens.never") : say("tokens.used", { ago: ago(usedAt, now) })}
        </p>
      </div>
      <button
        type="button"
        className={atoms.button}
        aria-label={say("tokens.revokeLabel", { name, lastFour })}
        onClick={onRevoke}
      >
        {say("tokens.revoke")}
      </button>
    </li>
  );
}
