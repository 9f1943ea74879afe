import type { Kept, SiteCard } from "@shopbell/protocol/types";
import { useQuery } from "@tanstack/react-query";
import { keptQuery } from "../../http/queries-settings.ts";
import { dateWords } from "../hours/time-words.ts";
import { NotLoaded } from "../not-loaded.tsx";
import sheet from "../sheet.module.css";
import { say } from "../words.ts";
import { announcedDays, hoursKept } from "./kept.ts";
import styles from "./kept-table.module.css";
import { lengthWords, shareWords } from "./length-words.ts";

const DAYS = 30;

/** What became of what was promised: recorded, never reckoned. */
export function KeptTable({ site }: { site: SiteCard }) {
  const query = useQuery(keptQuery(site.key, DAYS));
  return (
    <section className={sheet.sheet}>
      <h2>{say("kept.title")}</h2>
      {query.data ? <Figures kept={query.data} /> : <NotLoaded query={query} />}
    </section>
  );
}

function Figures({ kept }: { kept: Kept }) {
  const hours = hoursKept(kept);
  const days = announcedDays(kept);
  return (
    <>
      <table className={`${sheet.table} ${styles.figures}`}>
        <tbody>
          <Figure
            label={say("kept.hours")}
            figure={hours.announced > 0 ? shareWords(hours.kept, hours.announced) : null}
            of={say("kept.hoursOf", { time: lengthWords(hours.announced) })}
          />
          <Figure
            label={say("kept.promises")}
            figure={kept.promised > 0 ? say("kept.promisesShare", { kept: kept.inTime, all: kept.promised }) : null}
            of={say("kept.promisesOf")}
          />
          <Figure
            label={say("kept.median")}
            figure={kept.medianMinutes === null ? null : lengthWords(Math.max(1, kept.medianMinutes))}
            of={say("kept.medianOf")}
          />
        </tbody>
      </table>
      {days.length > 0 && <DayByDay days={days} />}
    </>
  );
}

/** One thing that is measured, or that it is not yet. */
function Figure({ label, figure, of }: { label: string; figure: string | null; of: string }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        {figure === null ? (
          say("kept.notYet")
        ) : (
          <>
            <b>{figure}</b> <span>{of}</span>
          </>
        )}
      </td>
    </tr>
  );
}

function DayByDay({ days }: { days: Kept["days"] }) {
  const today = days.at(0)?.day ?? "";
  return (
    <details className={styles.days}>
      <summary>{say("kept.byDay")}</summary>
      <table className={sheet.table}>
        <thead>
          <tr>
            <th scope="col">{say("kept.day")}</th>
            <th scope="col" className={sheet.end}>
              {say("kept.announced")}
            </th>
            <th scope="col" className={sheet.end}>
              {say("kept.there")}
            </th>
            <th scope="col" className={sheet.end}>
              {say("kept.share")}
            </th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, announced, kept }) => (
            <tr key={day}>
              <td>{dateWords(day, today)}</td>
              <td className={sheet.end}>{lengthWords(announced)}</td>
              <td className={sheet.end}>{lengthWords(kept)}</td>
              <td className={sheet.end}>{shareWords(kept, announced)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
