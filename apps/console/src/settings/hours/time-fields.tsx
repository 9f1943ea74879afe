import sheet from "../sheet.module.css";
import { say } from "../words.ts";
import type { Edge } from "./day.ts";
import type { TypedPair } from "./time-pair.ts";

interface TimeFieldsProps {
  pair: TypedPair;
  faulty: boolean;
  /** The field that has the keys first. */
  focus?: Edge;
  onType(pair: TypedPair): void;
}

/** When hours begin and end, to be typed. An end before the beginning is on the next day. */
export function TimeFields({ pair, faulty, focus, onType }: TimeFieldsProps) {
  const field = (edge: Edge, label: string) => (
    <input
      className={sheet.input}
      type="time"
      aria-label={label}
      aria-invalid={faulty}
      value={pair[edge]}
      // biome-ignore lint/a11y/noAutofocus: it was opened from the very edge that is typed here
      autoFocus={focus === edge}
      onChange={(event) => onType({ ...pair, [edge]: event.target.value })}
    />
  );
  return (
    <>
      {field("from", say("typed.from"))}
      <span aria-hidden="true">–</span>
      {field("until", say("typed.until"))}
    </>
  );
}
