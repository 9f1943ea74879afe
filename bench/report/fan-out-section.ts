import { CONSOLES, type FanOutRound, INBOX, WATCHED } from "../parts/fan-out.ts";
import { BARE, EMBEDDED } from "../variants.ts";
import { atLeast, atMost, type Section } from "./section.ts";
import { median } from "./statistics.ts";
import { ratio, table, tenth, whole } from "./table.ts";

type Side = keyof FanOutRound;

export function fanOutSection(rounds: readonly FanOutRound[]): Section {
  const deliveries = (side: Side) => median(rounds.map((round) => round[side].saturation.perSecond * CONSOLES));
  const eachUs = (side: Side) => median(rounds.map((round) => round[side].saturation.cpuUs / CONSOLES));
  const p50Ms = (side: Side) => median(rounds.map((round) => round[side].rate.p50Us)) / 1_000;
  const p99Ms = (side: Side) => median(rounds.map((round) => round[side].rate.p99Us)) / 1_000;
  const row = (name: string, side: Side) => [
    name,
    whole(deliveries(side)),
    ratio(eachUs(side)),
    ratio(p50Ms(side)),
    ratio(p99Ms(side)),
  ];
  return {
    title: "Many consoles",
    body: [
      `${CONSOLES} consoles. At saturation all of them watch the same ${whole(WATCHED.visitors)} conversations; at 20,000 deliveries/s ${whole(INBOX.visitors)} visitors write, and every
console hears the rows of its inbox. Bare \`ws\` writes each message to each console; Shopbell stores and acknowledges it first.
${rounds.length} rounds, one directly after the other, medians.`,
      table(
        ["", "deliveries/s at saturation", "µs of CPU per delivery", "p50 at 20,000/s, ms", "p99 at 20,000/s, ms"],
        [row(BARE.name, "bare"), row(EMBEDDED.name, "own")],
      ),
    ],
    verdicts: [
      atLeast(`deliveries/s to ${CONSOLES} consoles`, 500_000, deliveries("own"), whole),
      atMost("p99 at 20,000 deliveries/s, ms", 1.5, p99Ms("own"), tenth),
    ],
  };
}
