import type { ConversationId } from "@shopbell/protocol";
import type { VisitorParty } from "../../conversations/party.ts";
import { RULE } from "../../conversations/party.ts";
import { noteBounced, openRequest } from "../../conversations/request.ts";
import type { Sent } from "../../conversations/send-message.ts";
import { checkFiles } from "../../files/check-files.ts";
import type { FileStore } from "../../files/file-store.ts";
import type { Desk, NotStored } from "../../realtime/desk.ts";
import { type Links, readToken } from "../../requests/links.ts";
import { acceptMail, type Context, type Correspondence, type Fate } from "./accept-mail.ts";
import type { Letter, ReadMail } from "./letter.ts";
import { idsOf, type LetterIds } from "./letter-ids.ts";
import { type LetterParts, partsOfFirst, partsOfReply } from "./letter-parts.ts";
import type { LetterStore } from "./letter-store.ts";
import { isOwn, tagsOf } from "./tags.ts";

/** What became of a mail, in words for a log: nothing in it says who wrote, or what. */
export type Received =
  | { readonly kind: "joined" | "began" | "bounced" | "tested" }
  | { readonly kind: "ignored"; readonly why: string }
  | { readonly kind: "unreadable"; readonly why: string }
  /** Nothing is lost if whoever has the mail gives it again. */
  | { readonly kind: "not-stored" };

export interface MailDeskOptions {
  readonly desk: Pick<Desk, "receive" | "decide">;
  readonly letters: LetterStore;
  readonly files: FileStore;
  readonly links: Pick<Links, "isReplyTo">;
  /** The address that mail goes out from, and that replies come to; null where there is none. */
  readonly ownAddress: string | null;
  /** The authserv-id of the server that receives mail for us; null where the owner has not told it. */
  readonly serverName: string | null;
  /** Undefined where too many others wait to be read. */
  readonly read: (raw: Uint8Array, serverName: string | null) => Promise<ReadMail | undefined>;
  /** The oldest site of the installation. */
  readonly firstSite: () => string | undefined;
  /** Is this what a test message that was sent to us bears? Notes that it arrived. */
  readonly testArrived: (tag: string) => Promise<boolean>;
}

const NOT_STORED: Received = { kind: "not-stored" };

/** Where every mail arrives, whichever way it came. The same mail again changes nothing. */
export class MailDesk {
  readonly #options: MailDeskOptions;

  constructor(options: MailDeskOptions) {
    this.#options = options;
  }

  /** @throws when the database does not answer: nothing is lost if the same mail is given again. */
  async receive(raw: Uint8Array): Promise<Received> {
    const { read, serverName } = this.#options;
    const mail = await read(raw, serverName);
    if (mail === undefined) return NOT_STORED;
    if (mail.kind === "unreadable") return mail;
    const { letter } = mail;
    return this.#carryOut(letter, acceptMail(letter, await this.#contextOf(letter)));
  }

  async #contextOf({ recipients, from, messageId, bounce }: Letter): Promise<Context> {
    const { ownAddress, letters, firstSite, testArrived } = this.#options;
    const tags = tagsOf(recipients, ownAddress);
    const fromUs = from !== null && isOwn(from.address, ownAddress);
    let isTest = false;
    if (fromUs) for (const tag of tags) isTest ||= await testArrived(tag);
    return {
      siteKey: firstSite() ?? null,
      replyTo: (await this.#repliedTo(tags)) ?? null,
      returned: (bounce?.messageId && (await letters.ofSent(bounce.messageId))) || null,
      isTest,
      isOwn: fromUs || (messageId !== null && (await letters.isSent(messageId))),
    };
  }

  /** The conversation that one of these tags is the reply token of. */
  async #repliedTo(tags: readonly string[]): Promise<Correspondence | undefined> {
    for (const tag of tags) {
      const named = readToken(tag);
      const found = named && (await this.#options.letters.numbered(named.number));
      if (named && found && this.#options.links.isReplyTo(found, named.token)) return found;
    }
    return undefined;
  }

  async #carryOut(letter: Letter, fate: Fate): Promise<Received> {
    switch (fate.kind) {
      case "joins":
        return this.#join(letter, fate.conversation);
      case "begins":
        return this.#begin(letter, fate);
      case "bounced":
        return this.#noteBounced(fate.conversation.id, fate.address);
      case "tested":
        return { kind: "tested" };
      case "ignored":
        return fate;
      case "refused":
        return NOT_STORED;
    }
  }

  async #join(letter: Letter, { id, siteKey, visitorId, email }: Correspondence): Promise<Received> {
    const party: VisitorParty = { kind: "visitor", id: visitorId, siteKey, tokenHash: null };
    if (!(await this.#say(party, id, idsOf(letter), partsOfReply(letter)))) return NOT_STORED;
    if (email === null) return { kind: "joined" };
    // Where mail came back from it, the answers go there again.
    const opened = await this.#options.desk.decide({ party, conversationId: id }, (ledger, now) =>
      openRequest(ledger, party, id, { email }, now, { acknowledged: false }),
    );
    if (opened.kind === "refused") return NOT_STORED;
    await this.#options.letters.noteProved(id, email);
    return { kind: "joined" };
  }

  async #begin(letter: Letter, { siteKey, from, proved, acknowledged }: Fate & { kind: "begins" }): Promise<Received> {
    const { desk, letters } = this.#options;
    const ids = idsOf(letter);
    const { conversation: id, visitor } = ids;
    const party: VisitorParty = { kind: "visitor", id: visitor, siteKey, tokenHash: null };
    await letters.addVisitor({ id: visitor, siteKey, name: from.name });
    if (!(await this.#say(party, id, ids, partsOfFirst(letter)))) return NOT_STORED;
    await letters.noteSubject(id, letter.subject);
    const opened = await desk.decide({ party, conversationId: id }, (ledger, now) =>
      openRequest(ledger, party, id, { email: from.address }, now, { acknowledged }),
    );
    if (opened.kind === "refused") return NOT_STORED;
    if (proved) await letters.noteProved(id, from.address);
    return { kind: "began" };
  }

  async #noteBounced(id: ConversationId, address: string): Promise<Received> {
    const noted = await this.#options.desk.decide({ party: RULE, conversationId: id }, (ledger, now) =>
      noteBounced(ledger, id, address, now),
    );
    return noted.kind === "refused" ? NOT_STORED : { kind: "bounced" };
  }

  /** Stores the messages of a letter, one after the other, and its files. Resolves to whether all of it is stored. */
  async #say(
    party: VisitorParty,
    conversationId: ConversationId,
    ids: LetterIds,
    parts: LetterParts,
  ): Promise<boolean> {
    const { desk, files } = this.#options;
    const checked = await checkFiles(parts.files, ids.file);
    const common = { conversationId, start: true, channel: "email" } as const;
    for (const [index, text] of parts.texts.entries()) {
      const attachments = index === 0 ? checked.map(({ attachment }) => attachment) : [];
      const sent = await desk.receive(party, { ...common, id: ids.message(index), text, attachments });
      if (!isStored(sent)) return false;
      if (index > 0) continue;
      for (const { stored } of checked) if (stored) await files.add(stored, conversationId);
    }
    return true;
  }
}

/** A conflict is the same mail, of which another part was taken for new. */
function isStored(sent: Sent | NotStored): boolean {
  return sent.kind === "accepted" || sent.reason === "conflict";
}
