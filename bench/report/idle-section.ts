import { type IdleRound, SIZES } from "../parts/idle.ts";
import type { CrowdResult, StormResult } from "../plan.ts";
import { BARE, EMBEDDED, SOCKET_IO } from "../variants.ts";
import { atLeast, atMost, type Section } from "./section.ts";
import { median } from "./statistics.ts";
import { table, tenth, whole } from "./table.ts";

const KIB = 1_024;
const MIB = KIB * KIB;
const [, LARGEST] = SIZES;

export function idleSection(rounds: readonly IdleRound[]): Section {
  const own = rounds.map((round) => round.own);
  const storm = (figure: (storm: StormResult) => number) => median(rounds.map((round) => figure(round.storm)));
  return {
    title: "A crowd that is only there",
    body: [
      `Connections come in from 20 addresses, 64 at a time. A visitor of Shopbell's is in when the token was checked, welcome was said, and the
conversation of the visitor is followed from where it was left; one of the others, when the upgrade is done. Memory is what the process holds beyond
itself (RSS after a collection, the kernel's share not included), per connection. ${rounds.length} rounds, medians.`,
      table(
        [
          "",
          "connections/s",
          "µs of CPU for each",
          "share of the core used",
          ...SIZES.map((size) => `kB each, of ${whole(size)}`),
        ],
        [
          row(
            BARE.name,
            rounds.map((round) => round.bare),
          ),
          row(
            SOCKET_IO.name,
            rounds.map((round) => round.socketIo),
          ),
          row(EMBEDDED.name, own),
        ],
      ),
      `A storm: all ${whole(LARGEST)} sockets of Shopbell's are cut at once, and each comes back after the pauses that a visitor's end makes. Here the
relay takes as many arrivals a second as it does when shipped, and turns the others away.`,
      table(
        ["time until", "half are back", "95 % are back", "all are back", "peak memory, MB", "attempts"],
        [
          [
            "",
            `${tenth(storm(({ p50Ms }) => p50Ms) / 1_000)} s`,
            `${tenth(storm(({ p95Ms }) => p95Ms) / 1_000)} s`,
            `${tenth(storm(({ allMs }) => allMs) / 1_000)} s`,
            whole(storm(({ peakBytes }) => peakBytes) / MIB),
            whole(storm(({ attempts }) => attempts)),
          ],
        ],
      ),
    ],
    verdicts: [
      atLeast("connections/s with token check", 5_000, median(own.map((crowd) => crowd.acceptedPerSecond)), whole),
      atMost(`kB per idle connection, of ${whole(LARGEST)}`, 12, eachKb(own, LARGEST), tenth),
      atMost(
        `${whole(LARGEST)} cut off at once: seconds until 95 % are back`,
        30,
        storm(({ p95Ms }) => p95Ms) / 1_000,
        tenth,
      ),
    ],
  };
}

function row(name: string, crowds: readonly CrowdResult[]): string[] {
  return [
    name,
    whole(median(crowds.map((crowd) => crowd.acceptedPerSecond))),
    whole(median(crowds.map((crowd) => crowd.acceptCpuUs))),
    median(crowds.map((crowd) => crowd.busy)).toFixed(2),
    ...SIZES.map((size) => tenth(eachKb(crowds, size))),
  ];
}

function eachKb(crowds: readonly CrowdResult[], size: number): number {
  return median(
    crowds.map(({ idle }) => (idle.find(({ sockets }) => sockets === size)?.bytesEach ?? Number.NaN) / KIB),
  );
}
