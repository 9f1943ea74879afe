import { createHash } from "node:crypto";
import type { Site } from "../../sites/site.ts";
import { domainOf } from "../address.ts";
import type { Mail } from "../mail.ts";
import { mailTongue } from "../tongue.ts";
import { htmlPart } from "./html-part.ts";
import { textPart } from "./text-part.ts";

/** What the mail that has a public post confirmed is written from. */
export interface Confirming {
  readonly postId: string;
  readonly to: string;
  /** That it was written in. */
  readonly locale: string;
  readonly site: Pick<Site, "name" | "look">;
  readonly ownAddress: string;
  /** Where it is confirmed. */
  readonly href: string;
  readonly now: number;
}

/** Asks whether a public post is theirs. Nothing of it, nor its name: whoever left somebody else's address sends them no words of their own. */
export function confirmation({ postId, to, locale, site, ownAddress, href, now }: Confirming): Mail {
  const { t, locale: ours } = mailTongue([locale], undefined, now);
  const shop = site.name;
  const mark = createHash("sha256").update(`${postId} ${to}`).digest("hex").slice(0, 26);
  const content = {
    ...{ locale: ours, ticket: null, said: [], earlier: null },
    shop: { name: shop, color: site.look.color },
    paragraphs: [t("confirmPost", { shop })],
    button: { label: t("confirmPostOpen"), href, note: null },
    foot: t("confirmPostWhy", { shop }),
  };
  return {
    messageId: `<post.${mark}@${domainOf(ownAddress)}>`,
    to: [to],
    from: { name: shop, address: ownAddress },
    replyTo: null,
    thread: null,
    subject: t("confirmPostSubject", { shop }),
    text: textPart(content),
    html: htmlPart(content),
    automatic: "auto-generated",
  };
}
