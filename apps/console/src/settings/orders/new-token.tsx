import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { Snippet } from "../../bell/snippet.tsx";
import { refusalSentence } from "../../http/problem-sentence.ts";
import { useDesk } from "../../line/desk.tsx";
import atoms from "../../ui/atoms.module.css";
import sheet from "../sheet.module.css";
import { TextQuestion } from "../text-question.tsx";
import { say } from "../words.ts";
import styles from "./orders.module.css";
import { mintToken, tokensQuery } from "./orders-http.ts";
import { forgetLine, pushLine } from "./push-line.ts";

/** Makes a token, and shows it this once. */
export function NewToken({ siteKey }: { siteKey: string }) {
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const minting = useMutation({
    mutationKey: tokensQuery(siteKey).queryKey,
    mutationFn: () => mintToken(siteKey, name.trim()),
    onSuccess: () => setName(""),
    onError: (error) => setFault(say("tokens.failed", { reason: refusalSentence(error) })),
    onSettled: () => queries.invalidateQueries({ queryKey: tokensQuery(siteKey).queryKey }),
  });
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    // The second click of two may come before the page knows of the first.
    if (queries.isMutating({ mutationKey: tokensQuery(siteKey).queryKey }) === 0) minting.mutate();
  };
  return (
    <form className={sheet.fields} onSubmit={onSubmit} noValidate>
      <TextQuestion
        label={say("tokens.name")}
        hint={say("tokens.nameHint")}
        fault={fault}
        value={name}
        maxLength={80}
        onText={(typed) => {
          setName(typed);
          setFault(null);
        }}
      />
      <div>
        <button type="submit" className={atoms.button} disabled={minting.isPending || name.trim() === ""}>
          {say("tokens.mint")}
        </button>
        <div className={styles.outcome} role="status">
          {minting.data && <Minted key={minting.data.id} token={minting.data.token} />}
        </div>
      </div>
    </form>
  );
}

function Minted({ token }: { token: string }) {
  const { clock } = useDesk();
  // As it was made: a line that is being copied does not change.
  const [push] = useState(() => pushLine(location.origin, token, clock.now()));
  return (
    <>
      <p>
        <b>{say("tokens.minted")}</b>
      </p>
      <Snippet text={token} />
      <p className={sheet.note}>{say("tokens.curl")}</p>
      <Snippet text={push} />
      <p className={sheet.note}>{say("tokens.takeBack")}</p>
      <Snippet text={forgetLine(location.origin, token)} />
    </>
  );
}
