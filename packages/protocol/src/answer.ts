import * as z from "zod";
import { Instant } from "./ids.ts";
import { MAX_ANSWER_LENGTH, MAX_QUESTION_LENGTH, MAX_WORDS_LENGTH } from "./limits.ts";
import { isStorable } from "./text.ts";

const line = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => isStorable(text) && !/[\r\n]/.test(text), "is more than one line, or cannot be stored")
    .trim()
    .min(1);

/** Minted by whoever writes the answer first. All its languages share it. */
export const AnswerId = z.uuid().brand<"AnswerId">();
export type AnswerId = z.infer<typeof AnswerId>;

/** A language that answers are written in, as browsers name it: `en`, `pt-BR`. */
export const AnswerLocale = z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/);

export const Question = line(MAX_QUESTION_LENGTH);

/** Markdown, as it was written. What a reader gets of it is `Block`s. */
export const AnswerSource = z.string().max(MAX_ANSWER_LENGTH).refine(isStorable).trim();

/** A run of text. Whatever was typed stays text: there is no HTML anywhere between the owner and the reader. */
export const Span = z.object({
  text: z.string(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  code: z.literal(true).optional(),
  /** An http, https, mailto or tel address. */
  href: z.string().optional(),
});
export type Span = z.infer<typeof Span>;

/** One piece of an answer's text: everything that our Markdown can say. */
export type Block =
  | { kind: "paragraph"; spans: Span[] }
  | { kind: "heading"; spans: Span[] }
  | { kind: "list"; ordered: boolean; items: Block[][] }
  | { kind: "quote"; blocks: Block[] }
  | { kind: "code"; text: string };
export const Block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("paragraph"), spans: z.array(Span) }),
    z.object({ kind: z.literal("heading"), spans: z.array(Span) }),
    z.object({ kind: z.literal("list"), ordered: z.boolean(), items: z.array(z.array(Block)) }),
    z.object({ kind: z.literal("quote"), blocks: z.array(Block) }),
    z.object({ kind: z.literal("code"), text: z.string() }),
  ]),
);

/** A question that has an answer. */
export const AnswerLine = z.object({ id: AnswerId, question: z.string() });
export type AnswerLine = z.infer<typeof AnswerLine>;

/** One that a search found. `marks`: where in the question the searched words are, as pairs of a beginning and an end. */
export const FoundAnswer = AnswerLine.extend({ marks: z.array(z.tuple([z.int(), z.int()])) });
export type FoundAnswer = z.infer<typeof FoundAnswer>;

/** `GET /v1/sites/KEY/answers?locale=&q=` */
export const FoundAnswers = z.object({ locale: z.string(), answers: z.array(FoundAnswer) });
export type FoundAnswers = z.infer<typeof FoundAnswers>;

/** `GET /v1/sites/KEY/answers/ID?locale=`: in that language, else in one that the shop has. */
export const ShownAnswer = AnswerLine.extend({
  locale: z.string(),
  blocks: z.array(Block),
  /** Path on the relay of its page in the help centre. */
  link: z.string(),
});
export type ShownAnswer = z.infer<typeof ShownAnswer>;

/** `POST /v1/sites/KEY/answers/ID/vote`. Who votes again changes their mind. */
export const Vote = z.strictObject({
  locale: AnswerLocale,
  useful: z.boolean(),
  /** What was searched for before it was read. */
  words: z.string().max(MAX_WORDS_LENGTH).refine(isStorable).optional(),
});
export type Vote = z.infer<typeof Vote>;

/** An answer as it lies in a conversation. The message's text says the same for mail and for ends that know no cards. */
export const AnswerCard = z.object({
  id: AnswerId,
  locale: z.string(),
  question: z.string(),
  /** The beginning of the answer, without its marks. */
  excerpt: z.string(),
  link: z.string(),
});
export type AnswerCard = z.infer<typeof AnswerCard>;

/** Where on the help centre's first page it stands. Its picture is one of ours. */
export const CategoryIcon = z.enum(["ruler", "truck", "undo", "store", "card", "star", "question", "person"]);
export type CategoryIcon = z.infer<typeof CategoryIcon>;

export const Category = z.strictObject({
  id: z.uuid(),
  icon: CategoryIcon,
  /** In each language that it has a name in. */
  names: z.record(AnswerLocale, line(60)),
});
export type Category = z.infer<typeof Category>;

/** `PUT /v1/agent/sites/KEY/categories`: all of them, in their order. Answers of one that is missing stay, without one. */
export const Categories = z.strictObject({ categories: z.array(Category).max(30) });
export type Categories = z.infer<typeof Categories>;

/**
 * A part of the shop's addresses that an answer matters on: `/shoes/*`. A star is anything within one step of the path, two are any
 * steps, and without a star at the end it is that page alone.
 */
const PathPattern = z
  .string()
  .max(200)
  .regex(/^\/[^\s?#]*$/);

const shared = {
  categoryId: z.uuid().nullable(),
  paths: z.array(PathPattern).max(20),
  /** Words that it is found by, beside its own: how visitors say it. */
  keywords: z.array(line(60)).max(50),
};

/** One language of an answer. */
const AnswerText = z.object({
  locale: AnswerLocale,
  question: z.string(),
  source: z.string(),
  published: z.boolean(),
  /** Its place in the address of its page. */
  slug: z.string(),
  changedAt: Instant,
  changedBy: z.string().nullable(),
});
export type AnswerText = z.infer<typeof AnswerText>;

/** An answer as those who write it see it. `version` counts its changes: two who write at once must not undo each other. */
export const WrittenAnswer = z.object({
  id: AnswerId,
  ...shared,
  version: z.int(),
  texts: z.array(AnswerText),
  votes: z.object({ up: z.int(), down: z.int() }),
});
export type WrittenAnswer = z.infer<typeof WrittenAnswer>;

/** `GET /v1/agent/sites/KEY/answers`: in their order. */
export const AnswerBook = z.object({ categories: z.array(Category), answers: z.array(WrittenAnswer) });
export type AnswerBook = z.infer<typeof AnswerBook>;

/** `PUT /v1/agent/sites/KEY/answers/ID`: one language of it, and what its languages share. `version` 0 is a new one. */
export const AnswerEdit = z.strictObject({
  ...shared,
  version: z.int().min(0),
  locale: AnswerLocale,
  question: Question,
  source: AnswerSource,
  /** One without a text cannot be published. */
  published: z.boolean(),
});
export type AnswerEdit = z.infer<typeof AnswerEdit>;

/** `PUT /v1/agent/sites/KEY/answers-order` */
export const AnswerOrder = z.strictObject({ ids: z.array(AnswerId).max(5_000) });
export type AnswerOrder = z.infer<typeof AnswerOrder>;

/** `GET /v1/agent/sites/KEY/answers/ID/history?locale=`: newest first. */
export const AnswerHistory = z.object({
  versions: z.array(
    z.object({
      version: z.int(),
      question: z.string(),
      source: z.string(),
      published: z.boolean(),
      at: Instant,
      by: z.string().nullable(),
    }),
  ),
});
export type AnswerHistory = z.infer<typeof AnswerHistory>;

/** `POST /v1/agent/answer-preview` */
export const AnswerPreviewQuery = z.strictObject({ source: AnswerSource });
export const AnswerPreview = z.object({ blocks: z.array(Block) });
export type AnswerPreview = z.infer<typeof AnswerPreview>;

/** `GET /v1/agent/conversations/ID/answer-draft?seq=N`: a reply as the beginning of an answer, personal details masked. */
export const AnswerDraft = z.object({
  siteKey: z.string(),
  locale: z.string(),
  question: z.string(),
  source: z.string(),
  /** How many details were masked. */
  masked: z.int(),
});
export type AnswerDraft = z.infer<typeof AnswerDraft>;

/** `POST /v1/agent/sites/KEY/answers-import`, of CSV, or of a page's address as `{"url"}`. Nothing is stored where there are faults. */
export const ImportFrom = z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2_000), locale: AnswerLocale });
export const ImportReport = z.object({
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  /** `row` is the file's line, from 1; of a page it is the question's place. */
  faults: z.array(z.object({ row: z.int(), column: z.string().nullable(), problem: z.string() })),
});
export type ImportReport = z.infer<typeof ImportReport>;
