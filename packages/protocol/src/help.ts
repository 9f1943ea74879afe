import * as z from "zod";
import { AnswerId, AnswerLine, AnswerLocale } from "./answer.ts";
import { OpeningHours } from "./hours.ts";
import { ConversationId, Instant } from "./ids.ts";
import { MAX_WORDS_LENGTH } from "./limits.ts";
import { isStorable } from "./text.ts";

/** Another way to reach a shop. */
export const WayKind = z.enum(["phone", "email", "whatsapp", "messenger", "instagram", "telegram"]);
export type WayKind = z.infer<typeof WayKind>;

/** As the owner writes it: a number, an address, or a name on that network. `hours`: of a phone; null is at any time. */
export const Way = z.strictObject({
  kind: WayKind,
  value: z.string().max(200).refine(isStorable).trim().min(1),
  hours: OpeningHours.nullable(),
});
export type Way = z.infer<typeof Way>;

/** `GET` and `PUT /v1/agent/sites/KEY/ways` */
export const Ways = z.strictObject({ ways: z.array(Way).max(12) });
export type Ways = z.infer<typeof Ways>;

/** As a visitor gets it. */
export const ShownWay = z.object({
  kind: WayKind,
  /** How it is written for people: `+351 21 000 0142`. */
  label: z.string(),
  /** What opens it. `{text}` stands for what the visitor has typed and the page they are on, to be encoded for an address. */
  href: z.string(),
  /** Of a phone with hours: is somebody there to pick it up? Null where no hours are set. */
  open: z.boolean().nullable(),
  /** When that changes next. */
  changesAt: Instant.nullable(),
});
export type ShownWay = z.infer<typeof ShownWay>;

/** `GET /v1/sites/KEY/help?locale=&page=PATH`: with what visitors may help themselves on a page of the shop. */
export const ShopHelp = z.object({
  locale: z.string(),
  /** Those that matter on this page first. */
  answers: z.array(AnswerLine),
  /** There are more answers than these, to be searched. */
  searches: z.boolean(),
  /** One may ask where an order is. */
  orders: z.boolean(),
  ways: z.array(ShownWay),
  /** Address of the help centre, which may be one of the shop's own; null where nothing is published. */
  centre: z.string().nullable(),
});
export type ShopHelp = z.infer<typeof ShopHelp>;

/**
 * `POST /v1/sites/KEY/searches`: how a search ended. Sent when it did, and again under the same id when a chat follows: what a
 * visitor types while they write a message is told to nobody before they send it, or read an answer.
 */
export const SearchReport = z.strictObject({
  id: z.uuid(),
  locale: AnswerLocale,
  words: z.string().min(1).max(MAX_WORDS_LENGTH).refine(isStorable),
  found: z.int().min(0).max(1_000),
  /** The answer that was read last. */
  answerId: AnswerId.nullable(),
  /** The conversation that was begun after it. */
  conversationId: ConversationId.nullable(),
});
export type SearchReport = z.infer<typeof SearchReport>;

/** `GET` and `PUT /v1/agent/sites/KEY/help-centre` */
export const HelpCentre = z.strictObject({
  /** Languages that answers are written in. The first one is what a reader gets of an answer that has no other. */
  locales: z
    .array(AnswerLocale)
    .min(1)
    .max(20)
    .refine((locales) => new Set(locales).size === locales.length, "names a language twice"),
  /** Where the help centre is reached, when not on the relay's own address: `https://help.shop.example`. */
  url: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .nullable(),
  /** "Back to the shop" leads there. */
  shopUrl: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .nullable(),
  /** Visitors may ask publicly under an answer. */
  publicQuestions: z.boolean(),
  /** What they write appears only when an agent has looked at it. */
  holds: z.boolean(),
});
export type HelpCentre = z.infer<typeof HelpCentre>;

const Words = z.object({
  words: z.string(),
  locale: z.string(),
  times: z.int(),
  lastAt: Instant,
  /** The last conversation that was begun after it. */
  conversation: z.object({ id: ConversationId, number: z.int() }).nullable(),
});
export type SearchedWords = z.infer<typeof Words>;

/** `GET /v1/agent/sites/KEY/learning?days=N`: what visitors looked for, and how it ended. Personal details are masked. */
export const Learning = z.object({
  searches: z.int(),
  /** Nothing was found, most often first. */
  missing: z.array(Words),
  /** Something was found, and a chat was begun all the same. */
  chats: z.array(Words),
  /** Answers that were found not to be useful, with the words they were searched by. */
  down: z.array(AnswerLine.extend({ locale: z.string(), up: z.int(), down: z.int(), words: z.array(z.string()) })),
  /** Answers that ended a search without a chat. */
  saved: z.object({ total: z.int(), answers: z.array(AnswerLine.extend({ times: z.int() })) }),
});
export type Learning = z.infer<typeof Learning>;

/** `POST /v1/agent/sites/KEY/learning/done`: those words need nothing (more) to be done. They come back when they are searched again. */
export const LearningDone = z.strictObject({ words: z.string().min(1).max(MAX_WORDS_LENGTH), locale: AnswerLocale });

/** unconfirmed: its e-mail address is · held: an agent has to look · shown · hidden: an agent said no */
export const PostState = z.enum(["unconfirmed", "held", "shown", "hidden"]);
export type PostState = z.infer<typeof PostState>;

/** Something that was asked or answered publicly under an answer. */
export const PublicPost = z.object({
  id: z.string(),
  answer: AnswerLine,
  locale: z.string(),
  /** The question that it answers; null is a question. */
  parentId: z.string().nullable(),
  name: z.string(),
  byShop: z.boolean(),
  text: z.string(),
  at: Instant,
  state: PostState,
  reports: z.int(),
});
export type PublicPost = z.infer<typeof PublicPost>;

/** `GET /v1/agent/sites/KEY/posts?state=`: newest first; those that were reported before all others. */
export const PublicPosts = z.object({ posts: z.array(PublicPost), held: z.int() });
export type PublicPosts = z.infer<typeof PublicPosts>;

/** `PUT /v1/agent/sites/KEY/posts/ID` */
export const PostChange = z.strictObject({ state: z.enum(["shown", "hidden"]) });
/** `POST /v1/agent/sites/KEY/posts/ID/replies` */
export const PostReply = z.strictObject({ text: z.string().max(2_000).refine(isStorable).trim().min(1) });
