import type { AgentFace, Availability } from "@shopbell/protocol";

/** A site is available while somebody is present. The clock alone never says so. */
export function availabilityOf(people: readonly AgentFace[]): Availability {
  return people.length > 0 ? "available" : "away";
}
