import { BoardView } from "../board/board.tsx";
import { panesThatFit } from "../board/placement.ts";
import { useBoard, useWidth } from "../board/use-board.ts";
import { PHONE, useMedia } from "../ui/use-media.ts";
import styles from "./inbox-page.module.css";
import { InboxPanel } from "./inbox-panel.tsx";

/** List and board, side by side; on a phone one on top of the other. */
export function InboxPage() {
  const phone = useMedia(PHONE);
  const [measure, width] = useWidth();
  const board = useBoard(phone ? 1 : panesThatFit(width), phone);

  return (
    <div className={styles.page} data-pane={board.panes.length > 0}>
      <InboxPanel board={board} />
      <main ref={measure} className={styles.board}>
        {width > 0 && <BoardView board={board} phone={phone} />}
      </main>
    </div>
  );
}
