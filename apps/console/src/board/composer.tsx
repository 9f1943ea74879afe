import type { ConversationId, ConversationSummary } from "@shopbell/protocol/types";
import type { RefObject, SubmitEvent } from "react";
import { t } from "../i18n.ts";
import atoms from "../ui/atoms.module.css";
import { Icon } from "../ui/icons.tsx";
import { ChosenCard } from "./answers/chosen-card.tsx";
import styles from "./composer.module.css";
import { ComposerBox, type ComposerHandle } from "./composer-box.tsx";
import { MailHint } from "./mail-hint.tsx";
import type { FocusWish } from "./use-board.ts";
import { useComposed } from "./use-composed.ts";

interface ComposerProps {
  /** Its text box. */
  box: RefObject<ComposerHandle | null>;
  id: ConversationId;
  row: ConversationSummary | undefined;
  /** What the visitor is called here, and where their conversation must be told from others. */
  name: string;
  label: string;
  wish: FocusWish | null;
  /** Where the keyboard goes when it leaves the text box. */
  onLeave(): void;
}

/** Where an agent writes. What is written is kept on this device until it is sent or deleted. */
export function Composer({ box, id, row, ...rest }: ComposerProps) {
  const { text, card, excess, sendable, write, setCard, send } = useComposed(id);
  if (row?.state === "closed") return <p className={styles.closed}>{t("pane.isClosed")}</p>;

  const sendIfSendable = () => {
    if (sendable) send();
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    sendIfSendable();
    box.current?.focus();
  };
  const takeOff = () => {
    setCard(null);
    box.current?.focus();
  };
  return (
    <form className={styles.composer} onSubmit={onSubmit}>
      {card && <ChosenCard card={card} onRemove={takeOff} />}
      <ComposerBox
        ref={box}
        id={id}
        siteKey={row?.site.key}
        text={text}
        onWrite={write}
        onCard={setCard}
        onSend={sendIfSendable}
        {...rest}
      />
      <div className={styles.bar}>
        <button
          type="button"
          className={`${atoms.iconButton} ${styles.tool}`}
          aria-label={t("answers.insert")}
          title={t("answers.insert")}
          onClick={() => box.current?.callAnswers()}
        >
          <Icon name="book" />
        </button>
        {row && excess <= 0 && <MailHint row={row} />}
        <span className={styles.excess} role="status">
          {excess > 0 && t("composer.tooLong", { count: excess })}
        </span>
        <button type="submit" className={styles.send} disabled={!sendable}>
          {t("composer.send")}
        </button>
      </div>
    </form>
  );
}
