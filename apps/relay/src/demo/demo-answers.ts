import type { DemoCategory } from "./demo-answer.ts";
import { DELIVERY } from "./demo-delivery.ts";
import { REPAIRS } from "./demo-repairs.ts";
import { RETURNS } from "./demo-returns.ts";
import { SIZES } from "./demo-sizes.ts";

/** As the demo shop's own pages have it. What is missing on purpose: gifts, for an owner to find in what visitors searched for. */
export const DEMO_ANSWERS: readonly DemoCategory[] = [SIZES, DELIVERY, RETURNS, REPAIRS];
