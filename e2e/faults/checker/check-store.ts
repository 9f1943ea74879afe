import type { Recording, Sent } from "../people/recording.ts";
import type { Stored, StoredConversation, StoredEntry, Violation } from "./evidence.ts";

/** I1, I3, I4, I7: is what was acknowledged stored, once, in its place and order? */
export function checkStore(stored: Stored, recordings: readonly Recording[]): Violation[] {
  const conversations = new Map(stored.conversations.map((conversation) => [conversation.id as string, conversation]));
  return [
    ...stored.conversations.flatMap(unbroken),
    ...stored.conversations.flatMap(inOrderOfSenders),
    ...recordings.flatMap((recording) => [
      ...acknowledgedOnce(recording, conversations),
      ...atMostOnce(recording, conversations),
    ]),
  ];
}

function unbroken({ id, lastSeq, entries }: StoredConversation): Violation[] {
  const broken = entries.find(({ seq }, index) => seq !== index + 1);
  if (broken) return [{ invariant: "I3", what: `${id} has a gap or a repetition before seq ${broken.seq}` }];
  if (lastSeq === entries.length) return [];
  return [{ invariant: "I3", what: `${id} says it has ${lastSeq} entries and holds ${entries.length}` }];
}

/** Everybody counts their own messages in what they write. */
function inOrderOfSenders({ id, entries }: StoredConversation): Violation[] {
  const last = new Map<string, number>();
  return entries.flatMap(({ seq, text }): Violation[] => {
    if (text === null) return [];
    const [, sender = "", count = ""] = text.split(" ");
    const before = last.get(sender) ?? 0;
    last.set(sender, Number(count));
    return Number(count) > before ? [] : [{ invariant: "I4", what: `${id}: ${sender}'s ${count} at ${seq} is late` }];
  });
}

function acknowledgedOnce({ name, sent, answers }: Recording, conversations: Conversations): Violation[] {
  const byId = new Map(sent.map((message) => [message.id, message]));
  return answers.flatMap(({ id, kind, seq }): Violation[] => {
    const message = byId.get(id);
    if (kind !== "accepted" || message === undefined) return [];
    const rows = rowsOf(message, conversations);
    const [row] = rows;
    const isRight = rows.length === 1 && row?.seq === seq && row?.text === message.text;
    const found = JSON.stringify(rows);
    return isRight ? [] : [{ invariant: "I1", what: `${name} was told ${seq} for "${message.text}": ${found}` }];
  });
}

function atMostOnce({ name, sent }: Recording, conversations: Conversations): Violation[] {
  return sent.flatMap((message): Violation[] => {
    const count = rowsOf(message, conversations).length;
    return count <= 1 ? [] : [{ invariant: "I7", what: `${name}'s "${message.text}" is stored ${count} times` }];
  });
}

type Conversations = ReadonlyMap<string, StoredConversation>;

function rowsOf({ id, conversationId }: Sent, conversations: Conversations): StoredEntry[] {
  return (conversations.get(conversationId)?.entries ?? []).filter(({ messageId }) => messageId === id);
}
