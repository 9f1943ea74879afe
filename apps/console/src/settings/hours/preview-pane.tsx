import type { OpeningHours, SiteCard } from "@shopbell/protocol/types";
import { useQuery } from "@tanstack/react-query";
import { refusalSentence } from "../../http/problem-sentence.ts";
import { previewQuery } from "../../http/queries-settings.ts";
import { useDesk } from "../../line/desk.tsx";
import atoms from "../../ui/atoms.module.css";
import { Select } from "../select.tsx";
import sheet from "../sheet.module.css";
import { say } from "../words.ts";
import { DrawnWidget } from "./drawn-widget.tsx";
import styles from "./preview-pane.module.css";
import { reason, type Viewpoint } from "./preview-words.ts";
import { fieldTime, minutesOf } from "./time-words.ts";
import { useSettled } from "./use-settled.ts";
import { instantOf, type Wall, wallOf } from "./zoned.ts";
import { cityOf, zonesWith } from "./zones.ts";

/** What the clocks show where the visitor is. */
interface Elsewhere {
  wall: Wall;
  zone: string;
}

interface PreviewPaneProps {
  site: SiteCard;
  /** As they stand on the page, saved or not. */
  hours: OpeningHours | null;
  view: Elsewhere;
  onView(view: Elsewhere): void;
}

/** What a visitor would find, anywhere and at any time. */
export function PreviewPane({ site, hours, view, onView }: PreviewPaneProps) {
  const { clock } = useDesk();
  const { wall, zone } = view;
  const onNow = () => onView({ zone, wall: wallOf(clock.now(), zone) });
  return (
    <section className={styles.preview}>
      <div className={sheet.head}>
        <h2>{say("preview.title")}</h2>
        <button type="button" className={atoms.button} data-look="quiet" onClick={onNow}>
          {say("preview.now")}
        </button>
      </div>
      <div className={styles.when}>
        <input
          type="date"
          required
          className={sheet.input}
          aria-label={say("preview.date")}
          value={wall.date}
          onChange={({ target }) => target.value && onView({ zone, wall: { ...wall, date: target.value } })}
        />
        <input
          type="time"
          required
          className={sheet.input}
          aria-label={say("preview.time")}
          value={fieldTime(wall.minutes)}
          onChange={({ target }) =>
            onView({ zone, wall: { ...wall, minutes: minutesOf(target.value) ?? wall.minutes } })
          }
        />
      </div>
      <Select
        label={say("preview.visitor")}
        prefix={say("preview.visitorIn")}
        value={zone}
        choices={cities(zone)}
        onChoose={(chosen) => onView({ wall, zone: chosen })}
      />
      <Drawn site={site} view={{ at: instantOf(wall, zone), zone, hours }} />
    </section>
  );
}

function Drawn({ site, view }: { site: SiteCard; view: Viewpoint }) {
  const { hours, at } = useSettled(view, 200);
  const { data: answered, error } = useQuery(previewQuery(site.key, { hours, at }));
  if (error) return <p role="alert">{say("preview.failed", { reason: refusalSentence(error) })}</p>;
  if (!answered) return <div className={styles.empty} />;
  const seen = { ...answered.query, zone: view.zone };
  const why = reason(answered.preview, seen);
  return (
    <>
      <DrawnWidget shop={site.name} mails={site.state.mails} preview={answered.preview} view={seen} />
      <p className={sheet.note} aria-live="polite">
        <b className={styles.state}>{why.state}</b> {why.because}
      </p>
    </>
  );
}

function cities(zone: string) {
  return zonesWith(zone)
    .map((value) => ({ value, label: cityOf(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}
