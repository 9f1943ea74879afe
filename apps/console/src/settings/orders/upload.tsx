import type { ImportReport } from "@shopbell/protocol/types";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useId, useState } from "react";
import { FaultTable } from "../../answers/transfer/fault-table.tsx";
import { refusalSentence } from "../../http/problem-sentence.ts";
import atoms from "../../ui/atoms.module.css";
import sheet from "../sheet.module.css";
import { say } from "../words.ts";
import { EXAMPLE_HREF } from "./example-table.ts";
import styles from "./orders.module.css";
import { sourceQuery, uploadOrders } from "./orders-http.ts";

/** Orders from a table: all of it, or nothing where a cell is wrong. */
export function Upload({ siteKey }: { siteKey: string }) {
  const id = useId();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const reading = useMutation({
    mutationFn: (chosen: File) => uploadOrders(siteKey, chosen),
    onSuccess: () => queries.invalidateQueries({ queryKey: sourceQuery(siteKey).queryKey }),
  });
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (file) reading.mutate(file);
  };
  return (
    <form className={`${sheet.sheet} ${sheet.fields}`} onSubmit={onSubmit}>
      <div>
        <h2>{say("upload.title")}</h2>
        <p className={sheet.note}>{say("upload.what")}</p>
      </div>
      <div className={sheet.field}>
        <label htmlFor={id}>{say("upload.file")}</label>
        <input
          id={id}
          className={styles.file}
          type="file"
          accept=".csv,text/csv"
          onChange={({ target }) => {
            setFile(target.files?.[0] ?? null);
            reading.reset();
          }}
        />
      </div>
      <div>
        <div className={sheet.row}>
          <button type="submit" className={atoms.button} disabled={file === null || reading.isPending}>
            {say(reading.isPending ? "upload.reading" : "upload.button")}
          </button>
          <a className={atoms.button} href={EXAMPLE_HREF} download="orders-example.csv">
            {say("upload.example")}
          </a>
        </div>
        <div className={styles.outcome} role="status">
          {reading.data && <Report report={reading.data} />}
          {reading.error && (
            <p className={sheet.fault}>{say("upload.failed", { reason: refusalSentence(reading.error) })}</p>
          )}
        </div>
      </div>
    </form>
  );
}

function Report({ report: { added, changed, same, faults } }: { report: ImportReport }) {
  if (faults.length === 0) return <p>{say("upload.done", { added, changed, same })}</p>;
  return (
    <>
      <p className={sheet.fault}>{say("upload.nothing", { count: faults.length })}</p>
      <FaultTable faults={faults} />
    </>
  );
}
