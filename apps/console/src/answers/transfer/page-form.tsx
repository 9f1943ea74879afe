import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { refusalSentence } from "../../http/problem-sentence.ts";
import { Select } from "../../settings/select.tsx";
import sheet from "../../settings/sheet.module.css";
import atoms from "../../ui/atoms.module.css";
import { Field } from "../../ui/field.tsx";
import { languageName } from "../languages.ts";
import { bookQuery } from "../queries.ts";
import { useSite } from "../site.tsx";
import { say } from "../words.ts";
import { importPage } from "./import-http.ts";
import { Report } from "./report.tsx";
import styles from "./transfer-page.module.css";

/** Reads the questions of a page that the shop has already. */
export function PageForm({ locales }: { locales: readonly string[] }) {
  const { key } = useSite();
  const queries = useQueryClient();
  const [url, setUrl] = useState("");
  const [locale, setLocale] = useState(locales[0] ?? "en");
  const [fault, setFault] = useState<string | null>(null);
  const reading = useMutation({
    mutationFn: () => importPage(key, url.trim(), locale),
    onSuccess: () => queries.invalidateQueries({ queryKey: bookQuery(key).queryKey }),
  });
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const isPage = /^https?:\/\//.test(url.trim()) && URL.canParse(url.trim());
    setFault(isPage ? null : say("page.fault"));
    if (isPage && !reading.isPending) reading.mutate();
  };
  return (
    <form className={styles.form} noValidate onSubmit={onSubmit}>
      <Field
        label={say("page.url")}
        type="url"
        placeholder="https://shop.example/faq"
        value={url}
        fault={fault}
        onText={(text) => {
          setUrl(text);
          reading.reset();
        }}
      />
      {locales.length > 1 && (
        <div className={sheet.row}>
          <Select
            label={say("page.language")}
            prefix={say("page.language")}
            value={locale}
            choices={locales.map((each) => ({ value: each, label: languageName(each) }))}
            onChoose={setLocale}
          />
        </div>
      )}
      {reading.error && (
        <p className={sheet.fault} role="alert">
          {say("transfer.failed", { reason: refusalSentence(reading.error) })}
        </p>
      )}
      <button type="submit" className={atoms.button} aria-disabled={reading.isPending}>
        {say(reading.isPending ? "transfer.reading" : "page.button")}
      </button>
      <div role="status">{reading.data && <Report report={reading.data} of="page" />}</div>
    </form>
  );
}
