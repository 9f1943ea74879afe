import { type Figures, type Pair, RATE } from "../parts/messages.ts";
import { BARE, EMBEDDED, GROWN_ONE, GROWN_TWO, SOCKET_IO, SOCKET_IO_REDIS, type Variant } from "../variants.ts";
import { atLeast, atMost, type Section, type Verdict } from "./section.ts";
import { median, medianRatio } from "./statistics.ts";
import { ratio, table, tenth, whole } from "./table.ts";

/** The pairs of each variant, one a round. */
export type Messages = ReadonlyMap<Variant, readonly Pair[]>;

type Figure = (figures: Figures) => number;

const throughput: Figure = ({ saturation }) => saturation.perSecond;
const cpuUs: Figure = ({ saturation }) => saturation.cpuUs;
const busy: Figure = ({ saturation }) => saturation.busy;
const p50: Figure = ({ rate }) => rate.p50Us;
const p99: Figure = ({ rate }) => rate.p99Us;

/** What a variant can carry on a core, with bare ws at 1: CPU per message of bare ws divided by its own, in the same round. */
export function capacity(pairs: readonly Pair[]): number {
  return medianRatio(of("bare", pairs, cpuUs), of("own", pairs, cpuUs));
}

export function messagesSection(messages: Messages): Section {
  const rounds = Math.max(...[...messages.values()].map(({ length }) => length));
  return {
    title: "A message: visitor, relay, agent",
    body: [
      `200 visitors, one agent who watches all of their conversations, frames of 151 bytes. Each variant ran directly after bare
\`ws\` in the same round, on fresh processes; ${rounds} rounds, medians of the rounds' ratios. Capacity is the CPU time that a message
costs bare \`ws\`, divided by what it costs the variant (both relays together, where there are two); Redis and Postgres work on the load's core and are not in it.`,
      `Bare \`ws\`, \`ws\` + Redis and socket.io parse, stamp and forward. They store nothing and acknowledge nothing. Shopbell checks token,
access and limits, stores durably (SQLite \`synchronous=FULL\`, Postgres \`synchronous_commit=on\`), acknowledges, and then delivers.`,
      table(
        ["bare ws is 1", "capacity", "messages/s at saturation", `p50 at ${whole(RATE)}/s`, `p99 at ${whole(RATE)}/s`],
        [...messages].map(([{ name }, pairs]) => [
          name,
          ratio(capacity(pairs)),
          ratio(beside(pairs, throughput)),
          ratio(beside(pairs, p50)),
          ratio(beside(pairs, p99)),
        ]),
      ),
      table(
        ["", "µs of CPU per message", "messages/s", "share of the core used", "p50, µs", "p99, µs"],
        [
          absolute(BARE.name, [...messages.values()].flat(), "bare"),
          ...[...messages].map(([{ name }, pairs]) => absolute(name, pairs, "own")),
        ],
      ),
    ],
    verdicts: verdicts(messages),
  };
}

function verdicts(messages: Messages): Verdict[] {
  const [embedded, one, two, socketIo, socketIoRedis] = [
    EMBEDDED,
    GROWN_ONE,
    GROWN_TWO,
    SOCKET_IO,
    SOCKET_IO_REDIS,
  ].map((variant) => messages.get(variant));
  const found: Verdict[] = [];
  if (embedded) {
    found.push(atLeast("embedded: capacity, bare ws is 1", 0.45, capacity(embedded), ratio));
    if (socketIo)
      found.push(atLeast("embedded: as much as socket.io (stretch)", capacity(socketIo), capacity(embedded), ratio));
    found.push(atMost(`embedded: p50 at ${whole(RATE)}/s, bare ws is 1`, 4, beside(embedded, p50), ratio));
    found.push(atMost(`embedded: p99 at ${whole(RATE)}/s, bare ws is 1`, 4, beside(embedded, p99), ratio));
  }
  if (one && socketIoRedis) {
    const measured = capacity(one) / capacity(socketIoRedis);
    found.push(atLeast("Redis + Postgres: capacity, socket.io with Redis is 1", 1.2, measured, ratio));
  }
  if (one && two) {
    const measured = (2 * capacity(two)) / capacity(one);
    found.push(atLeast("two relays on two cores, one is 1 (on paper: by CPU per message)", 1.8, measured, ratio));
  }
  return found;
}

function beside(pairs: readonly Pair[], figure: Figure): number {
  return medianRatio(of("own", pairs, figure), of("bare", pairs, figure));
}

function absolute(name: string, pairs: readonly Pair[], side: keyof Pair): string[] {
  const middle = (figure: Figure) => median(of(side, pairs, figure));
  return [
    name,
    tenth(middle(cpuUs)),
    whole(middle(throughput)),
    ratio(middle(busy)),
    whole(middle(p50)),
    whole(middle(p99)),
  ];
}

function of(side: keyof Pair, pairs: readonly Pair[], figure: Figure): number[] {
  return pairs.map((pair) => figure(pair[side]));
}
