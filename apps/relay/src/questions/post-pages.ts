import type { PublishedAnswer } from "../answers/answer.ts";
import { type Html, html } from "../http/html.ts";
import type { Page } from "../http/page.ts";
import type { Site } from "../sites/site.ts";
import type { Confirmation, WrittenPost } from "./post.ts";
import { askPath, readingAddress, reportPath } from "./question-links.ts";
import type { QuestionTongue } from "./question-tongue.ts";
import { quoted } from "./quoted.ts";

/** One post, and where it stands. */
export interface OfPost {
  readonly post: WrittenPost;
  readonly site: Site;
  readonly answer: PublishedAnswer;
  /** Where browsers reach the relay. */
  readonly publicUrl: string;
  readonly speech: QuestionTongue;
}

/** Shows whoever came by the link in a mail what was written with their address. @param path where the button leads */
export function confirmPage(of: OfPost, path: string): Page {
  const { answer, speech } = of;
  const { t } = speech;
  return around(of, {
    title: t("confirmTitle"),
    body: html`<p>${t("confirmWhy", { question: answer.question })}</p>
${quoted(of.post)}
<form method="post" action="${path}"><button>${t("confirmButton")}</button></form>`,
  });
}

/** What came of the link. */
export function confirmedPage(of: OfPost, outcome: Confirmation): Page {
  const { site, answer, speech } = of;
  const { t } = speech;
  switch (outcome.kind) {
    case "confirmed": {
      const what = outcome.state === "held" ? t("isHeld", { shop: site.name }) : t("isShown");
      return around(of, { title: t("confirmed"), body: html`<p role="status">${what}</p>` });
    }
    case "before":
      return around(of, { title: t("before"), body: html`<p>${t("beforeWhy")}</p>` });
    case "late": {
      const again = askPath(site.key, answer, of.post.parentId ?? undefined);
      const body = html`<p>${t("lateWhy")} <a href="${again}">${t("askPublicly")}</a></p>`;
      return around(of, { title: t("late"), body });
    }
  }
}

/** Shows what is about to be reported. */
export function reportPage(of: OfPost): Page {
  const { t } = of.speech;
  return around(of, {
    title: t("reportTitle"),
    body: html`${quoted(of.post)}
<p>${t("reportWhy")}</p>
<form method="post" action="${reportPath(of.post.id)}"><button>${t("reportButton")}</button></form>`,
  });
}

export function reportedPage(of: OfPost): Page {
  const { t } = of.speech;
  return around(of, { title: t("reported"), body: html`<p role="status">${t("reportedWhy")}</p>` });
}

function around({ site, answer, publicUrl, speech }: OfPost, { title, body }: { title: string; body: Html }): Page {
  const { t, locale } = speech;
  return {
    locale,
    title,
    shop: { name: site.name, color: site.look.color },
    body: html`<div class="narrow">
<h1>${title}</h1>
${body}
<p><a href="${readingAddress({ site, publicUrl }, answer)}">${t("back")}</a></p>
</div>`,
  };
}
