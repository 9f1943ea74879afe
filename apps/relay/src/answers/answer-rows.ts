import type { AnswerEdit } from "@shopbell/protocol";
import { Slugs } from "./slug.ts";

/** One language of an answer that is to be stored, with what its languages share. */
export interface Writing extends AnswerEdit {
  readonly id: string;
  readonly position: number;
  readonly createdAt: number;
}

/** Who writes, where, and when. */
export interface Writer {
  readonly siteKey: string;
  /** Null: nobody who is known. */
  readonly agentId: string | null;
  readonly now: number;
}

/** What a site has in a language already. */
export interface KnownText {
  readonly id: string;
  readonly locale: string;
  readonly slug: string;
  readonly publishedAt: number | null;
  /** Now or earlier: links to its page may be anywhere. */
  readonly wasPublished: boolean;
}

export type Rows = ReturnType<typeof rowsOf>;

/**
 * The rows that store writings: each answer once, each of its languages as it is now, and as it is remembered.
 *
 * @param writings each language of an answer once, with the version that it becomes
 * @param known everything that the site has in their languages
 */
export function rowsOf(writer: Writer, writings: readonly Writing[], known: readonly KnownText[]) {
  const before = new Map(known.map((text) => [keyOf(text), text]));
  const slugs = slugsIn(known);
  const texts = writings.map((writing) => {
    const text = before.get(keyOf(writing));
    const slug = slugFor(writing, text, slugs(writing.locale));
    return textRow(writer, writing, slug, text?.publishedAt ?? null);
  });
  const answers = new Map(writings.map((writing) => [writing.id, answerRow(writer, writing)]));
  return { answers: [...answers.values()], texts, versions: writings.map((writing) => versionRow(writer, writing)) };
}

function keyOf({ id, locale }: { id: string; locale: string }): string {
  return `${id} ${locale}`;
}

/** Those of each language. */
function slugsIn(known: readonly KnownText[]): (locale: string) => Slugs {
  const taken = Map.groupBy(known, ({ locale }) => locale);
  const slugs = new Map<string, Slugs>();
  return (locale) => {
    const before = slugs.get(locale) ?? new Slugs((taken.get(locale) ?? []).map(({ slug }) => slug));
    slugs.set(locale, before);
    return before;
  };
}

/** It follows the question until it is published: then links to it must live. */
function slugFor({ id, question }: Writing, before: KnownText | undefined, slugs: Slugs): string {
  return before?.wasPublished ? before.slug : slugs.give(question, id, before?.slug);
}

function answerRow({ siteKey }: Writer, { id, position, createdAt, version, categoryId, paths, keywords }: Writing) {
  return {
    id,
    site_key: siteKey,
    category_id: categoryId,
    position,
    paths: JSON.stringify(paths),
    keywords: JSON.stringify(keywords),
    version,
    created_at: createdAt,
  };
}

function textRow(
  { siteKey, agentId, now }: Writer,
  { id, locale, question, source, published }: Writing,
  slug: string,
  publishedAt: number | null,
) {
  return {
    answer_id: id,
    locale,
    site_key: siteKey,
    slug,
    question,
    source,
    published_at: published ? (publishedAt ?? now) : null,
    changed_at: now,
    agent_id: agentId,
  };
}

function versionRow({ agentId, now }: Writer, { id, locale, version, question, source, published }: Writing) {
  return { answer_id: id, locale, version, question, source, published: published ? 1 : 0, at: now, agent_id: agentId };
}
