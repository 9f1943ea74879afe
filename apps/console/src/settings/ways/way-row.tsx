import type { Way } from "@shopbell/protocol/types";
import { OrderButtons } from "../order-buttons.tsx";
import sheet from "../sheet.module.css";
import { TextQuestion } from "../text-question.tsx";
import { say } from "../words.ts";
import { WayHours } from "./way-hours.tsx";
import styles from "./ways.module.css";

/** Which keyboard a phone shows. */
const INPUT_TYPES: Readonly<Record<Way["kind"], string>> = {
  phone: "tel",
  email: "email",
  whatsapp: "tel",
  messenger: "text",
  instagram: "text",
  telegram: "text",
};

interface WayRowProps {
  siteKey: string;
  way: Way;
  place: { index: number; count: number };
  fault: string | null;
  readOnly: boolean;
  /** It was added just now: the keyboard goes to it. */
  isNew: boolean;
  onChange(way: Way): void;
  onMove(step: 1 | -1): void;
  onRemove(): void;
}

/** One way to reach the shop: what it is, where it leads, and of a telephone when it is answered. */
export function WayRow({ siteKey, way, place, fault, readOnly, isNew, onChange, onMove, onRemove }: WayRowProps) {
  const { kind, value, hours } = way;
  const name = [say(`way.${kind}`), value].filter(Boolean).join(" ");
  return (
    <li className={sheet.sheet}>
      <div className={styles.way}>
        <TextQuestion
          label={say(`way.${kind}`)}
          hint={say(`way.${kind}Hint`)}
          fault={fault}
          type={INPUT_TYPES[kind]}
          dir="ltr"
          maxLength={200}
          disabled={readOnly}
          autoFocus={isNew}
          value={value}
          onText={(typed) => onChange({ ...way, value: typed })}
        />
        {!readOnly && (
          <OrderButtons
            place={place}
            least={0}
            labels={{
              up: say("ways.up", { way: name }),
              down: say("ways.down", { way: name }),
              remove: say("ways.remove", { way: name }),
            }}
            onMove={onMove}
            onRemove={onRemove}
          />
        )}
      </div>
      {kind === "phone" && (
        <WayHours
          siteKey={siteKey}
          hours={hours}
          readOnly={readOnly}
          onChange={(changed) => onChange({ ...way, hours: changed })}
        />
      )}
    </li>
  );
}
