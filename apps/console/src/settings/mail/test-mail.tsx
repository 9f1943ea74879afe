import { useMutation, useQueryClient } from "@tanstack/react-query";
import { refusalSentence } from "../../http/problem-sentence.ts";
import { mailQuery, sendTestMail } from "../../http/queries-settings.ts";
import { useDesk } from "../../line/desk.tsx";
import atoms from "../../ui/atoms.module.css";
import sheet from "../sheet.module.css";
import { say } from "../words.ts";

/**
 * Sends a test to the owner's own address. Mail counts as working once its link was opened.
 *
 * @param testedAt when a test last arrived: what became of one that was sent before is no news any more
 */
export function TestMail({ testedAt }: { testedAt: number | null }) {
  const { email: address } = useDesk().me;
  const queries = useQueryClient();
  const test = useMutation({
    mutationFn: (_testedBefore: typeof testedAt) => sendTestMail(),
    onSettled: () => queries.invalidateQueries({ queryKey: mailQuery.queryKey }),
  });
  const isNews = test.variables === testedAt;
  return (
    <div className={sheet.field}>
      <button type="button" className={atoms.button} disabled={test.isPending} onClick={() => test.mutate(testedAt)}>
        {say("mail.test")}
      </button>
      {test.isError && isNews ? (
        <p className={sheet.fault} role="alert">
          {refusalSentence(test.error)}
        </p>
      ) : (
        <p className={sheet.note} aria-live="polite">
          {say(test.isSuccess && isNews ? "mail.testSent" : "mail.testNext", { address })}
        </p>
      )}
    </div>
  );
}
