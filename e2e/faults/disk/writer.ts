// The relay's own storage in a process of its own, without sockets: it stores messages as fast as it can and says which
// are stored, one id and seq per line. It is killed while it does so. Argument: the folder.
import { writeSync } from "node:fs";
import { newConversationId } from "@shopbell/client";
import type { MessageId } from "@shopbell/protocol/types";
import { SYSTEM_CLOCK } from "../../../apps/relay/src/clock.ts";
import { type Sent, sendMessage } from "../../../apps/relay/src/conversations/send-message.ts";
import { openStorage } from "../../../apps/relay/src/storage/database.ts";
import { Journal } from "../../../apps/relay/src/storage/journal.ts";
import { VisitorStore } from "../../../apps/relay/src/visitors/visitor-store.ts";
import { SITES } from "../shop.ts";

/** Messages of one turn, which share a commit. */
const PER_TURN = 3;

const storage = await openStorage({ dataDir: process.argv[2] ?? "", databaseUrl: null });
const commits = storage.commits((error) => console.error(error));
const journal = new Journal({ ...commits, fault: console.error, groupSettled: () => undefined });
const minted = await new VisitorStore(storage.db, journal, SYSTEM_CLOCK).mint(SITES[0], null);
if (minted === undefined) throw new Error("no visitor could be stored");
const { party } = minted;
const conversationId = newConversationId();

function submit(): void {
  const id = newConversationId() as string as MessageId;
  const sending = { conversationId, id, text: `${conversationId} writer`, start: true };
  let sent: Sent | undefined;
  journal.submit({
    needs: { party, conversationId, messageId: id },
    run: (ledger) => {
      sent = sendMessage(ledger, party, sending, { now: SYSTEM_CLOCK.now(), mayBegin: true });
    },
    settle: (stored) => {
      if (stored && sent?.kind === "accepted") writeSync(1, `${id} ${sent.seq}\n`);
    },
  });
}

for (;;) {
  for (let count = 0; count < PER_TURN; count++) submit();
  await journal.settled();
}
