import type { Way } from "@shopbell/protocol/types";
import { Icon } from "../../ui/icons.tsx";
import { say } from "../words.ts";
import { tileWords } from "./tile-words.ts";
import { WAY_ICONS } from "./way-icons.ts";
import styles from "./ways.module.css";

/** A drawing of what visitors see. Nothing in it can be pressed. */
export function DrawnTiles({ ways, now }: { ways: readonly Way[]; now: number }) {
  if (ways.length === 0) return null;
  const tiles = ways.map((way) => ({ ...way, name: say(`way.${way.kind}`), lines: tileWords(way, now) }));
  const label = say("tiles.label", { ways: tiles.map(({ name, lines }) => [name, ...lines].join(", ")).join("; ") });
  return (
    <section className={styles.seen}>
      <h2>{say("tiles.title")}</h2>
      <div className={styles.ground} role="img" aria-label={label}>
        <b>{say("tiles.heading")}</b>
        <div className={styles.tiles}>
          {tiles.map(({ kind, name, lines }, index) => (
            <span key={index} className={styles.tile}>
              <Icon name={WAY_ICONS[kind]} />
              <b>{name}</b>
              {lines.map((line) => (
                <bdi key={line}>{line}</bdi>
              ))}
            </span>
          ))}
        </div>
      </div>
    </section>
  );
}
