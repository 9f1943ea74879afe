import { describe } from "vitest";
import { busContract } from "./bus-contract.ts";
import { MemoryBus } from "./memory-bus.ts";

describe("the bus in memory", () =>
  busContract(async () => {
    const bus = new MemoryBus();
    return { here: bus, there: bus, settled: async () => undefined };
  }));
