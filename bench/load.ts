// The load: everybody who talks to a server under test, in one process of its own. Gets a Plan, reports StepResults.
import { openBareStage } from "./bare-stage.ts";
import type { Plan, Step, StepResult } from "./scenario.ts";
import { openShopbellStage } from "./shopbell-stage.ts";
import type { Stage } from "./stage.ts";
import { measureRate, measureSaturation } from "./steps.ts";

const plan = JSON.parse(process.argv[2] ?? "") as Plan;
const stage = await (plan.target.variant === "bare ws" ? openBareStage(plan.target) : openShopbellStage(plan.target));
const results: StepResult[] = [];
for (const step of plan.steps) results.push(await measure(stage, step));
stage.close();
process.send?.(results, () => process.disconnect?.());

function measure(on: Stage, step: Step): Promise<StepResult> {
  return step.kind === "rate"
    ? measureRate(on, step.perSecond, step.seconds)
    : measureSaturation(on, plan.target.pid, step.warmUpSeconds, step.seconds);
}
