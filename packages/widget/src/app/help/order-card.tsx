import type { OrderItem, OrderStatus } from "@shopbell/protocol/types";
import * as phrases from "../../locales/en/help.ts";
import type { extras } from "../extras.tsx";
import { icon } from "../icon.tsx";
import type { Stage } from "../screen.tsx";
import type { Words } from "../words.ts";
import { arrow } from "./arrow.tsx";
import { TRUCK } from "./icons.ts";
import { endOf, shortDay, stepTime } from "./order-dates.ts";
import { safeHref } from "./safe-href.ts";
import { isOver, kindOf, type TimelineStep, timelineOf } from "./timeline.ts";

type DayInWords = typeof extras.dayInWords;

/**
 * Where an order is, as a timeline.
 *
 * @param dayInWords how days are told where one has to wait
 * @param now epoch milliseconds
 */
export function orderCard({ words }: Stage, order: OrderStatus, dayInWords: DayInWords, now: number) {
  const { t } = words;
  const steps = timelineOf(order);
  return (
    <article class="leaf takes" tabIndex={-1}>
      <div class="hd">
        {icon(TRUCK, "s")} {t(phrases.order, { number: order.number })}
      </div>
      <b>{titleOf(words, order, steps, dayInWords, now)}</b>
      <ol class="steps">
        {steps.map((step) => (
          <li class={step.look} aria-current={step.look === "now" && "step"}>
            <span>{labelOf(words, step)}</span>
            <span class="meta own">{timeOf(words, step)}</span>
          </li>
        ))}
      </ol>
      {order.items.length > 0 && <ul class="items">{order.items.map((item) => itemOf(words, item))}</ul>}
      {order.carrier && follow(words, order.carrier)}
    </article>
  );
}

/** "On its way, expected Tuesday" */
function titleOf(
  words: Words,
  { expectedOn }: OrderStatus,
  steps: readonly TimelineStep[],
  dayInWords: DayInWords,
  now: number,
): string {
  const { t } = words;
  const kind = kindOf(steps);
  const status = t(phrases.states[kind]);
  if (!expectedOn || isOver(kind)) return status;
  const end = endOf(expectedOn);
  const slots = { status, day: dayInWords(words, end, now) };
  return t(end < now ? phrases.wasExpected : phrases.expected, slots);
}

function labelOf({ t }: Words, { kind, at, place }: TimelineStep): string {
  if (kind === "packed" && place) return t(phrases.packedIn, { place });
  const step = t(kind === "delivered" && at === null ? phrases.atDoor : phrases.steps[kind]);
  return place ? t(phrases.stepAt, { step, place }) : step;
}

function timeOf(words: Words, { at, expectedOn }: TimelineStep): string | null {
  if (at !== null) return stepTime(words, at);
  return expectedOn && shortDay(words, endOf(expectedOn));
}

/** A shop's policy may keep the picture away: its place and the name stay. */
function itemOf({ t }: Words, { name, quantity, picture }: OrderItem) {
  const src = picture && safeHref(picture);
  return (
    <li>
      <span class="pic">
        {src && (
          <img src={src} alt="" width="44" height="44" loading="lazy" referrerpolicy="no-referrer" onError={hide} />
        )}
      </span>
      <span class="own">{quantity > 1 ? t(phrases.pieces, { count: quantity, name }) : name}</span>
    </li>
  );
}

function follow({ t }: Words, { name, href }: NonNullable<OrderStatus["carrier"]>) {
  const link = href && safeHref(href);
  if (!link) return <p class="ft">{name}</p>;
  return (
    <a class="ft" href={link} target="_blank" rel="noopener noreferrer nofollow">
      {t(phrases.follow, { carrier: name })} {arrow()}
    </a>
  );
}

function hide({ currentTarget }: { currentTarget: HTMLElement }): void {
  currentTarget.style.opacity = "0";
}
