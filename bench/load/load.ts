// The load: everybody who talks to a server under test, in one process of its own. Gets a Plan, reports what it measured.
import type { CrowdResult, Plan, StepResult, StormResult } from "../plan.ts";
import { measureCrowd } from "./crowd.ts";
import { openPeerStage } from "./peer-stage.ts";
import { openShopbellStage } from "./shopbell-stage.ts";
import { measure } from "./steps.ts";
import { measureStorm } from "./storm.ts";

const plan = JSON.parse(process.argv[2] ?? "") as Plan;
process.send?.(await carryOut(plan), () => process.disconnect?.());

function carryOut(plan: Plan): Promise<readonly StepResult[] | CrowdResult | StormResult> {
  switch (plan.kind) {
    case "talk":
      return talk(plan);
    case "crowd":
      return measureCrowd(plan);
    case "storm":
      return measureStorm(plan);
  }
}

async function talk({ target, cast, steps }: Plan & { kind: "talk" }): Promise<StepResult[]> {
  const stage = await (target.language === "shopbell" ? openShopbellStage : openPeerStage)(target, cast);
  const done: StepResult[] = [];
  for (const step of steps) done.push(await measure(stage, target.pids, step));
  stage.close();
  return done;
}
