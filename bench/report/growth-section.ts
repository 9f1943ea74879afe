import { type GrowthRound, STORED } from "../parts/growth.ts";
import type { Figures } from "../parts/messages.ts";
import { PREPARED_OPEN } from "../prepared.ts";
import { atMost, type Section } from "./section.ts";
import { median, medianRatio } from "./statistics.ts";
import { ratio, table, tenth, whole } from "./table.ts";

/** Of what a message costs in a small database: as much more as a thousandfold may cost. */
const ALLOWED = 1.25;

export function growthSection(rounds: readonly GrowthRound[]): Section {
  const of = (size: number, figure: (figures: Figures) => number) =>
    rounds.map((round) => {
      const figures = round[size];
      return figures === undefined ? Number.NaN : figure(figures);
    });
  const cpuUs = ({ saturation }: Figures) => saturation.cpuUs;
  const [fewest, , most] = STORED;
  const last = STORED.length - 1;
  return {
    title: "A shop that grows old",
    body: [
      `The same talk on SQLite files with so many conversations in them, of which ${whole(PREPARED_OPEN)} are open; the visitors go on with some of these, from all over
the file. ${rounds.length} rounds, medians of the rounds' ratios.`,
      table(
        ["conversations stored", ...STORED.map((count) => whole(count))],
        [
          [
            "CPU per message, the first is 1",
            ...STORED.map((_, size) => ratio(medianRatio(of(size, cpuUs), of(0, cpuUs)))),
          ],
          ["µs of CPU per message", ...STORED.map((_, size) => tenth(median(of(size, cpuUs))))],
          ["messages/s", ...STORED.map((_, size) => whole(median(of(size, ({ saturation }) => saturation.perSecond))))],
          ["p50 at 2,000/s, µs", ...STORED.map((_, size) => whole(median(of(size, ({ rate }) => rate.p50Us))))],
        ],
      ),
    ],
    verdicts: [
      atMost(
        `CPU per message, ${whole(most)} conversations beside ${whole(fewest)}`,
        ALLOWED,
        medianRatio(of(last, cpuUs), of(0, cpuUs)),
        ratio,
      ),
    ],
  };
}
