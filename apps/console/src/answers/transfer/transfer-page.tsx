import { useQuery } from "@tanstack/react-query";
import { sitePath } from "../../http/site-path.ts";
import { NotLoaded } from "../../settings/not-loaded.tsx";
import sheet from "../../settings/sheet.module.css";
import { useIsOwner } from "../../settings/site-choice.ts";
import atoms from "../../ui/atoms.module.css";
import { AnswersPage } from "../answers-page.tsx";
import { centreQuery } from "../queries.ts";
import { useSite } from "../site.tsx";
import { SiteSelect } from "../site-select.tsx";
import { say } from "../words.ts";
import { CsvForm } from "./csv-form.tsx";
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
        <p className={sheet.note}>{say("csv.what")}</p>
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
