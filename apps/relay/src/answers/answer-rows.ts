import type { AnswerEdit } from "@shopbell/protocol";
import { slugOf } from "./slug.ts";

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

/**
 * The rows that store writings: each answer once, each of its languages as it is now, and as it is remembered.
 *
 * @param writings each language of an answer once, with the version that it becomes
 * @param known everything that the site has in their languages
 */
export function rowsOf(writer: Writer, writings: readonly Writing[], known: readonly KnownText[]) {
  const before = new Map(known.map((text) => [keyOf(text), text]));
  const taken = new Map(writings.map(({ locale }) => [locale, slugsIn(known, locale)]));
  const texts = writings.map((writing) => {
    const text = before.get(keyOf(writing));
    return textRow(writer, writing, slugFor(writing, text, taken.get(writing.locale)), text?.publishedAt ?? null);
  });
  const answers = new Map(writings.map((writing) => [writing.id, answerRow(writer, writing)]));
  return { answers: [...answers.values()], texts, versions: writings.map((writing) => versionRow(writer, writing)) };
}

function keyOf({ id, locale }: { id: string; locale: string }): string {
  return `${id} ${locale}`;
}

function slugsIn(known: readonly KnownText[], locale: string): Set<string> {
  return new Set(known.filter((text) => text.locale === locale).map(({ slug }) => slug));
}

/** It follows the question until it is published: then links to it must live. */
function slugFor({ id, question }: Writing, before: KnownText | undefined, taken: Set<string> = new Set()): string {
  if (before?.wasPublished) return before.slug;
  const others = new Set(taken);
  if (before) others.delete(before.slug);
  const slug = slugOf(question, id, others);
  taken.add(slug);
  return slug;
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
