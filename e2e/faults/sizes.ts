import type { Size } from "./workload.ts";

/** Everybody talks as fast as the relay lets a person talk for long: 20 messages a minute. */
const STEADY = [2_500, 6_000] as const;

/** For `npm test`. */
export const SMALL: Size = { visitors: 20, agents: 3, conversations: 10, paceMs: STEADY };

/** The same in a hurry: for a quarter of a minute, until the relay slows visitors down. */
export const HASTY: Size = { ...SMALL, paceMs: [800, 2_500] };

/** For `npm run faults`. */
export const FULL: Size = { visitors: 200, agents: 20, conversations: 100, paceMs: STEADY };

/** Sign-ins of agents end by the clock (8 hours unused): with clocks that differ by days only visitors are left. */
export const VISITORS_ONLY: Size = { ...FULL, agents: 0 };

/** For a network of its own (`crowded`): two descriptors for each person, and more while polls stand in for sockets. */
export const STORM: Size = { ...FULL, visitors: 6_000, agents: 2, conversations: 20 };

/** 200 messages a second, most of them by agents. */
export const BUSY: Size = { visitors: 100, agents: 100, conversations: 100, paceMs: STEADY, agentPaceMs: [500, 600] };
