import { createHash } from "node:crypto";
import type { Look } from "@shopbell/protocol";
import { domainOf } from "../address.ts";
import type { Mail } from "../mail.ts";
import { mailTongue } from "../tongue.ts";
import { htmlPart } from "./html-part.ts";
import { textPart } from "./text-part.ts";

/** What a test message is written from. */
export interface Trial {
  /** The job's: another one is another mail. */
  readonly id: string;
  readonly to: string;
  readonly ownAddress: string;
  readonly shop: { readonly name: string; readonly look: Look };
  /** Where its arrival is confirmed; null for one that finds its way back by itself. */
  readonly href: string | null;
  readonly now: number;
}

/** Shows an owner that mail goes out. */
export function testMail({ id, to, ownAddress, shop, href, now }: Trial): Mail {
  const { t, locale } = mailTongue([], undefined, now);
  const mark = createHash("sha256").update(`${id} ${to}`).digest("hex").slice(0, 26);
  const content = {
    ...{ locale, ticket: null, said: [], earlier: null },
    shop: { name: shop.name, color: shop.look.color },
    paragraphs: [href === null ? t("testBack") : t("test")],
    button: href === null ? null : { label: t("testOpen"), href, note: null },
    foot: t("testWhy"),
  };
  return {
    messageId: `<test.${mark}@${domainOf(ownAddress)}>`,
    to: [to],
    from: { name: shop.name, address: ownAddress },
    replyTo: null,
    thread: null,
    subject: t("testSubject"),
    text: textPart(content),
    html: htmlPart(content),
    automatic: "auto-generated",
  };
}
