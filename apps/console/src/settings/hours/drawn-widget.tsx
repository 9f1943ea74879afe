import type { Preview } from "@shopbell/protocol/types";
import { Icon } from "../../ui/icons.tsx";
import { AvailabilitySign } from "../signs.tsx";
import { SLOT, WithSlot } from "../with-slot.tsx";
import { say } from "../words.ts";
import styles from "./drawn-widget.module.css";
import { answersByWords, greeting, truthLine, type Viewpoint } from "./preview-words.ts";

interface DrawnWidgetProps {
  shop: string;
  /** Whether an answer can be mailed: then an address will be asked for. */
  mails: boolean;
  preview: Preview;
  view: Viewpoint;
}

/** A drawing of the bell and of the widget's first screen. Nothing in it can be pressed. */
export function DrawnWidget({ shop, mails, preview, view }: DrawnWidgetProps) {
  const line = truthLine(preview, view);
  const greets = greeting(preview, view.at);
  const by = answersByWords(preview, view);
  const promise = (when: string) => say(mails ? "preview.answersByAsk" : "preview.answersBy", { when });
  const label = say("preview.label", {
    shop,
    words: [`${line}.`, greets, by && promise(by)].filter(Boolean).join(" "),
  });
  return (
    <div className={styles.ground} role="img" aria-label={label}>
      <div className={styles.bellPlace}>
        <span className={styles.bell}>
          <Icon name="bell" />
          <span className={styles.sign}>
            <AvailabilitySign availability={preview.availability} />
          </span>
        </span>
        {say("preview.bell")}
      </div>
      <div className={styles.panel}>
        <div className={styles.awning} />
        <div className={styles.top}>
          <span className={styles.face}>{initials(shop)}</span>
          <span className={styles.who}>
            <b>{shop}</b>
            <span className={styles.truth}>
              <AvailabilitySign availability={preview.availability} />
              {line}
            </span>
          </span>
          <Icon name="close" />
        </div>
        <div className={styles.body}>
          <p className={styles.greeting}>{greets}</p>
          <div className={styles.write}>{say("preview.write")}</div>
          {by !== null && (
            <p className={styles.promise}>
              <WithSlot text={promise(SLOT)}>
                <b>{by}</b>
              </WithSlot>
            </p>
          )}
        </div>
        <div className={styles.foot}>{say("preview.runsOn")}</div>
      </div>
    </div>
  );
}

/** The first letters of a shop's first two words, which the widget shows while it has no logo. */
function initials(shop: string): string {
  const letters = shop.split(/\s+/).map((word) => [...word][0] ?? "");
  return letters.slice(0, 2).join("").toLocaleUpperCase();
}
