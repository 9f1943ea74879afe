import type { SiteCard, Ways } from "@shopbell/protocol/types";
import { type SubmitEvent, useState } from "react";
import { useDesk } from "../../line/desk.tsx";
import atoms from "../../ui/atoms.module.css";
import { Icon } from "../../ui/icons.tsx";
import { SaveRow } from "../save-row.tsx";
import sheet from "../sheet.module.css";
import { useIsOwner } from "../site-choice.ts";
import { UnsavedGuard } from "../unsaved-guard.tsx";
import { say } from "../words.ts";
import { DrawnTiles } from "./drawn-tiles.tsx";
import { useWays } from "./use-ways.ts";
import { MOST_WAYS, WAY_KINDS } from "./way-faults.ts";
import { WAY_ICONS } from "./way-icons.ts";
import { WayRow } from "./way-row.tsx";
import styles from "./ways.module.css";

/** The other ways to reach a shop, beside what visitors see of them. */
export function WaysForm({ site, saved }: { site: SiteCard; saved: Ways }) {
  const readOnly = !useIsOwner();
  const now = useDesk().clock.now();
  const form = useWays(site.key, saved);
  const [added, setAdded] = useState(false);
  const { edited } = form;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    form.save();
  };
  return (
    <UnsavedGuard unsaved={form.unsaved}>
      <div className={styles.columns}>
        <form className={sheet.fields} onSubmit={onSubmit} noValidate>
          {edited.length === 0 && <p>{say("ways.none")}</p>}
          <ol className={sheet.fields}>
            {edited.map(({ id, way }, index) => (
              <WayRow
                key={id}
                siteKey={site.key}
                way={way}
                place={{ index, count: edited.length }}
                fault={form.faultOf(way)}
                readOnly={readOnly}
                isNew={added && index === edited.length - 1}
                onChange={(changed) => form.change(index, changed)}
                onMove={(step) => form.move(index, step)}
                onRemove={() => form.remove(index)}
              />
            ))}
          </ol>
          {!readOnly && edited.length < MOST_WAYS && (
            <fieldset className={styles.add}>
              <legend>{say("ways.add")}</legend>
              {WAY_KINDS.map((kind) => (
                <button
                  key={kind}
                  type="button"
                  className={atoms.button}
                  onClick={() => {
                    setAdded(true);
                    form.add(kind);
                  }}
                >
                  <Icon name={WAY_ICONS[kind]} size="s" />
                  {say(`way.${kind}`)}
                </button>
              ))}
            </fieldset>
          )}
          {!readOnly && <SaveRow form={form} save={say("ways.save")} />}
        </form>
        <DrawnTiles ways={edited.map(({ way }) => way)} now={now} />
      </div>
    </UnsavedGuard>
  );
}
