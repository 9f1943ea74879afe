import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { sitePath } from "../../http/site-path.ts";
import { NotLoaded } from "../../settings/not-loaded.tsx";
import sheet from "../../settings/sheet.module.css";
import { useIsOwner } from "../../settings/site-choice.ts";
import { SiteSelect } from "../../settings/site-select.tsx";
import atoms from "../../ui/atoms.module.css";
import { AnswersPage } from "../answers-page.tsx";
import { newId } from "../new-id.ts";
import { centreQuery } from "../queries.ts";
import { useSite } from "../site.tsx";
import { say } from "../words.ts";
import { CsvForm } from "./csv-form.tsx";
import { exampleCsv } from "./example-csv.ts";
import { PageForm } from "./page-form.tsx";
import styles from "./transfer-page.module.css";

/** All answers at once: into a file, out of one, or from a page that the shop has already. */
export function TransferPage() {
  const isOwner = useIsOwner();
  return (
    <AnswersPage title={say("transfer.title")} what={say("transfer.what")} actions={<SiteSelect />}>
      {isOwner ? <Transfers /> : <p className={styles.owners}>{say("transfer.ownersOnly")}</p>}
    </AnswersPage>
  );
}

function Transfers() {
  const { key } = useSite();
  const centre = useQuery(centreQuery(key));
  return (
    <div className={styles.ways}>
      <section className={sheet.sheet} id="csv">
        <h2>{say("csv.title")}</h2>
        <div className={`${sheet.note} ${styles.notes}`}>
          <p>{say("csv.what")}</p>
          <p>{say("csv.languages")}</p>
          <p>{say("csv.empty")}</p>
          {centre.data && <Example locales={centre.data.locales} />}
        </div>
        <CsvForm />
      </section>
      <section className={sheet.sheet} id="page">
        <h2>{say("page.title")}</h2>
        <p className={sheet.note}>{say("page.what")}</p>
        {centre.data ? <PageForm locales={centre.data.locales} /> : <NotLoaded query={centre} />}
      </section>
      <section className={sheet.sheet}>
        <h2>{say("export.title")}</h2>
        <p className={sheet.note}>{say("export.what")}</p>
        <a
          className={`${atoms.button} ${styles.go}`}
          href={sitePath(key, "answers-export")}
          download={`answers-${key}.csv`}
        >
          {say("export.button")}
        </a>
      </section>
    </div>
  );
}

/** A file that shows by itself what the columns are for. */
function Example({ locales }: { locales: readonly string[] }) {
  const [id] = useState(newId);
  return (
    <a
      href={`data:text/csv;charset=utf-8,${encodeURIComponent(exampleCsv(id, locales))}`}
      download="answers-example.csv"
    >
      {say("csv.example")}
    </a>
  );
}
