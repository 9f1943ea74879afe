import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useId, useState } from "react";
import { refusalSentence } from "../../http/problem-sentence.ts";
import sheet from "../../settings/sheet.module.css";
import atoms from "../../ui/atoms.module.css";
import { bookQuery } from "../queries.ts";
import { useSite } from "../site.tsx";
import { say } from "../words.ts";
import { importFile } from "./import-http.ts";
import { Report } from "./report.tsx";
import styles from "./transfer-page.module.css";

/** A file of answers is dropped or chosen, and read. */
export function CsvForm() {
  const id = useId();
  const { key } = useSite();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const reading = useMutation({
    mutationFn: (chosen: File) => importFile(key, chosen),
    onSuccess: () => queries.invalidateQueries({ queryKey: bookQuery(key).queryKey }),
  });
  const choose = (chosen: File | undefined) => {
    setFile(chosen ?? null);
    reading.reset();
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (file && !reading.isPending) reading.mutate(file);
  };
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <label htmlFor={id}>{say("csv.file")}</label>
      <input
        id={id}
        className={styles.file}
        type="file"
        accept=".csv,text/csv"
        onChange={(event) => choose(event.target.files?.[0])}
      />
      {reading.error && (
        <p className={sheet.fault} role="alert">
          {say("transfer.failed", { reason: refusalSentence(reading.error) })}
        </p>
      )}
      <button type="submit" className={atoms.button} disabled={!file} aria-disabled={reading.isPending}>
        {say(reading.isPending ? "transfer.reading" : "csv.button")}
      </button>
      <div role="status">{reading.data && <Report report={reading.data} of="file" />}</div>
    </form>
  );
}
