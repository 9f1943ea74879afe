import { html } from "../http/html.ts";
import { askCard } from "./ask-card.ts";
import type { Centre } from "./centre.ts";
import { categoryPath, centreAddress } from "./centre-links.ts";
import type { HelpPage, Translation } from "./help-document.ts";
import { inLanguage } from "./help-tongue.ts";
import { questionList } from "./home-page.ts";
import { icon } from "./icons.ts";
import { searchForm } from "./search-form.ts";
import type { Section } from "./sections.ts";
import { breadcrumbOf } from "./structured.ts";

/** Every question of a category. @param translations where the same category is in each language */
export function categoryPage(centre: Centre, section: Section, translations: readonly Translation[]): HelpPage {
  const { site, speech, locale, publicUrl } = centre;
  const { t } = speech;
  const path = categoryPath(section.slug);
  const home = `${centreAddress(site, publicUrl)}/${locale}/`;
  const crumbs = [
    { name: t("answers"), address: home },
    { name: section.name, address: home + path },
  ];
  return {
    title: `${section.name} · ${site.name}`,
    description: section.answers
      .map(({ question }) => question)
      .slice(0, 4)
      .join(" "),
    path,
    current: "answers",
    indexed: { translations, facts: [breadcrumbOf(crumbs)] },
    main: html`<div class="frame found-page"><div>
<p class="crumb"><a href="../">${t("answers")}</a></p>
<h1>${icon(section.icon)}<span${inLanguage(section.locale, speech.locale)}>${section.name}</span></h1>
<div class="questions">${questionList(centre, path, section.answers)}</div>
${searchForm(speech, "../")}</div>
${askCard(centre)}
</div>`,
  };
}
