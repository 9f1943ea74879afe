import atoms from "../../ui/atoms.module.css";
import sheet from "../sheet.module.css";
import { say } from "../words.ts";

interface NoHoursProps {
  readOnly: boolean;
  onAnnounce(): void;
}

/** In place of the week, while a shop announces no hours: what that means, and how to begin. */
export function NoHours({ readOnly, onAnnounce }: NoHoursProps) {
  return (
    <section className={`${sheet.sheet} ${sheet.field}`}>
      <h2>{say("hours.none")}</h2>
      <p>{say("hours.noneWhat")}</p>
      {!readOnly && (
        <button type="button" className={atoms.button} onClick={onAnnounce}>
          {say("hours.announce")}
        </button>
      )}
    </section>
  );
}
