import { FAIR } from "../network/weather.ts";
import type { Scenario } from "../run.ts";
import { pause } from "../workload.ts";

const ACK_WITHIN_MS = 2_000;

/** There and back 300±150 ms, 400 kbit/s for each person, and 2 % of what is sent has to be sent again. */
const MOBILE = { ...FAIR, delayMs: 150, jitterMs: 75, loss: 0.02, bytesPerSecond: 50_000 };

/** F12: everybody is on a slow mobile network. */
export const badNetwork: Scenario = {
  fault: "F12",
  title: "400 kbit/s, 300±150 ms, 2 % loss",
  relays: 1,
  async inflict({ installation: { balancer }, rounds }) {
    balancer.weather = MOBILE;
    await pause(rounds * 1_000);
    balancer.weather = FAIR;
  },
  missed: ({ measures: { ackP95, absences } }) => [
    ...(ackP95 <= ACK_WITHIN_MS ? [] : [`acknowledged after ${ackP95} ms (p95)`]),
    ...(absences === 0 ? [] : [`${absences} disconnects although everybody was there`]),
  ],
};
