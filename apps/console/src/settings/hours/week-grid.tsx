import type { OpeningHours } from "@shopbell/protocol/types";
import { useState } from "react";
import { AskDialog } from "../ask-dialog.tsx";
import sheet from "../sheet.module.css";
import { SLOT, WithSlot } from "../with-slot.tsx";
import { say } from "../words.ts";
import { DayRow } from "./day-row.tsx";
import { intervalWords, weekdayName } from "./time-words.ts";
import { copiedToAll, spilledInto, withDay } from "./week.ts";
import styles from "./week-grid.module.css";

const HELP = [
  { says: say("week.helpDrag", { keys: SLOT }), keys: ["←", "→"] },
  { says: say("week.helpShift", { keys: SLOT }), keys: [say("week.shift")] },
  { says: say("week.helpEnter", { keys: SLOT }), keys: [say("week.enter")] },
  { says: say("week.helpDelete", { keys: SLOT }), keys: [say("week.delete")] },
  { says: say("week.helpCopy", { keys: SLOT }), keys: ["C"] },
];

type Week = OpeningHours["week"];

interface WeekGridProps {
  week: Week;
  readOnly: boolean;
  onChange(week: Week): void;
}

/** The hours of every week, Monday first. */
export function WeekGrid({ week, readOnly, onChange }: WeekGridProps) {
  const [copying, setCopying] = useState<number | null>(null);
  return (
    <section className={`${sheet.sheet} ${styles.week}`} aria-label={say("week.label")}>
      <Scale />
      {week.map((intervals, day) => (
        <DayRow
          key={weekdayName(day)}
          day={day}
          intervals={intervals}
          spill={spilledInto(week, day)}
          readOnly={readOnly}
          onChange={(changed) => onChange(withDay(week, day, changed))}
          onCopy={() => setCopying(day)}
        />
      ))}
      <AskDialog
        open={copying !== null}
        title={say("week.copyTitle", { day: weekdayName(copying ?? 0) })}
        what={copyWords(week[copying ?? 0] ?? [])}
        yes={say("week.copy")}
        no={say("settings.cancel")}
        onAnswer={(yes) => {
          if (yes && copying !== null) onChange(copiedToAll(week, copying));
          setCopying(null);
        }}
      />
    </section>
  );
}

function copyWords(intervals: Week[number]): string {
  if (intervals.length === 0) return say("week.copyClosed");
  return say("week.copyWhat", { hours: intervals.map(intervalWords).join(", ") });
}

/** The hours of a day above the lanes. */
function Scale() {
  return (
    <div className={styles.scale} aria-hidden="true">
      <span className={styles.hours}>
        {[0, 4, 8, 12, 16, 20, 24].map((hour) => (
          <span key={hour} style={{ insetInlineStart: `${(hour / 24) * 100}%` }}>
            {hour}
          </span>
        ))}
      </span>
    </div>
  );
}

/** How the grid is worked, with keys or with a finger. */
export function WeekHelp() {
  return (
    <>
      <p className={styles.helpKeys}>
        {HELP.map(({ says, keys }) => (
          <span key={says}>
            <WithSlot text={says}>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </WithSlot>{" "}
          </span>
        ))}
      </p>
      <p className={styles.helpTouch}>{say("week.helpTouch")}</p>
    </>
  );
}
