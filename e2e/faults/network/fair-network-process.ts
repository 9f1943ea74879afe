// The network in fair weather as a process of its own: ports of the relays as arguments; says on which it listens.
import { Chance } from "../chance.ts";
import { Balancer } from "./balancer.ts";

const { port } = await Balancer.open(process.argv.slice(2).map(Number), new Chance("fair weather"));
process.send?.(port);
