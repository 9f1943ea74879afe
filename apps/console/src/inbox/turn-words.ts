import { shortDay } from "../format.ts";
import { t } from "../i18n.ts";
import { agoFigure, type Turn, waitingFigure } from "./whose-turn.ts";

type Ours = Extract<Turn, { whose: "ours" }>;
type Theirs = Extract<Turn, { whose: "theirs" }>;

/** The words on a clock of ours: `1:12`, `late 7:05`, `late 3 h`. */
export function oursWords({ sinceMs, mood }: Ours): string {
  const figure = waitingFigure(sinceMs);
  const text = figure.unit === "clock" ? figure.text : t(`turn.${figure.unit}`, { count: figure.count });
  return mood === "late" ? t("turn.late", { figure: text }) : text;
}

/** The words on a clock of theirs: `3 min`, `2 h`, `Fri`. */
export function theirsWords({ sinceMs, at }: Theirs, now: number): string {
  const figure = agoFigure(sinceMs);
  switch (figure.unit) {
    case "now":
      return t("turn.now");
    case "date":
      return shortDay(at, now);
    default:
      return t(`turn.${figure.unit}`, { count: figure.count });
  }
}
