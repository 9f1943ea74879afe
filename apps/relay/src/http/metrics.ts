import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Counters } from "../counters.ts";
import { AgentPeer } from "../realtime/agent-peer.ts";
import type { Bus } from "../realtime/bus.ts";
import type { Peers } from "../realtime/peers.ts";
import { PollSink } from "../realtime/poll-sink.ts";
import { VisitorPeer } from "../realtime/visitor-peer.ts";

/** One line of a metric: its labels, and the value now. */
type Line = readonly [labels: Readonly<Record<string, string>>, value: number];
/** Name, help, and what to read when somebody asks. Every line there will ever be is there from the start. */
type Reading = readonly [name: string, help: string, lines: () => readonly Line[]];

/** What a bus between relays knows of itself; one within a process loses nothing and takes no time. */
interface BusFigures {
  readonly lagMs: number;
  readonly droppedPublishes: number;
  readonly unheardPublishes: number;
  readonly interruptions: number;
}

/** Where there is something to read. */
export interface Measured {
  readonly counters: Counters;
  readonly bus: Bus & Partial<BusFigures>;
  readonly peers: Peers;
}

/** Everything that is measured about one relay, in a registry of its own. */
export function relayMetrics({ counters, bus, peers }: Measured): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  registry.registerMetric(counters.ackSeconds);
  registry.registerMetric(counters.commitGroup);
  for (const reading of [...totals(counters), ...losses(bus)]) addTotal(registry, reading);
  for (const reading of states(bus, peers)) addState(registry, reading);
  return registry;
}

/** What only grows. */
function totals(counters: Counters): Reading[] {
  return [
    [
      "shopbell_frames_total",
      "Frames over sockets and polls.",
      () => by("direction", { in: counters.framesIn, out: counters.framesOut }),
    ],
    ["shopbell_failed_commits_total", "Groups of changes that were not stored.", () => one(counters.failedCommits)],
    ["shopbell_gaps_found_total", "What the bus lost, by what noticed it.", () => by("layer", counters.gapsFound)],
    ["shopbell_slow_consumers_total", "Sockets that read too slowly.", () => one(counters.slowConsumers)],
    ["shopbell_resets_total", "Threads that an end was told to load anew.", () => one(counters.resetsSent)],
    ["shopbell_refusals_total", "What was answered with a problem, by code.", () => by("code", counters.refusals)],
    [
      "shopbell_admissions_refused_total",
      "Sockets and polls that were not let in, by why.",
      () => by("reason", counters.admissionsRefused),
    ],
  ];
}

/** What the bus knows that others have not heard. */
function losses(bus: Measured["bus"]): Reading[] {
  return [
    ["shopbell_bus_dropped_publishes_total", "What was not given to Redis.", () => one(bus.droppedPublishes ?? 0)],
    ["shopbell_bus_unheard_publishes_total", "What Redis gave to nobody.", () => one(bus.unheardPublishes ?? 0)],
    ["shopbell_bus_interruptions_total", "Subscriptions that had to be renewed.", () => one(bus.interruptions ?? 0)],
  ];
}

/** What goes up and down. */
function states(bus: Measured["bus"], peers: Peers): Reading[] {
  return [
    ["shopbell_connections", "Open now.", () => connections(peers)],
    ["shopbell_bus_whole", "1 while messages of other relays are heard.", () => one(bus.whole ? 1 : 0)],
    ["shopbell_bus_lag_seconds", "From this relay through Redis to itself.", () => one((bus.lagMs ?? 0) / 1_000)],
  ];
}

function connections(peers: Peers): Line[] {
  const open = { visitor: { socket: 0, poll: 0 }, agent: { socket: 0, poll: 0 } };
  for (const peer of peers.all) {
    const over = peer.sink instanceof PollSink ? "poll" : "socket";
    if (peer instanceof VisitorPeer) open.visitor[over] += 1;
    else if (peer instanceof AgentPeer) open.agent[over] += 1;
  }
  return Object.entries(open).flatMap(([kind, counts]) =>
    Object.entries(counts).map(([over, value]): Line => [{ kind, over }, value]),
  );
}

function one(value: number): Line[] {
  return [[{}, value]];
}

function by(label: string, values: Readonly<Record<string, number>>): Line[] {
  return Object.entries(values).map(([key, value]) => [{ [label]: key }, value]);
}

/** prom-client would rather count by itself: a total that is kept elsewhere is counted anew from nothing each time. */
function addTotal(registry: Registry, [name, help, lines]: Reading): void {
  const metric = new Counter({
    name,
    help,
    labelNames: labelsOf(lines()),
    registers: [],
    collect() {
      this.reset();
      for (const [labels, value] of lines()) this.inc(labels, value);
    },
  });
  registry.registerMetric(metric);
}

function addState(registry: Registry, [name, help, lines]: Reading): void {
  const metric = new Gauge({
    name,
    help,
    labelNames: labelsOf(lines()),
    registers: [],
    collect() {
      for (const [labels, value] of lines()) this.set(labels, value);
    },
  });
  registry.registerMetric(metric);
}

function labelsOf([first]: readonly Line[]): string[] {
  return Object.keys(first?.[0] ?? {});
}
