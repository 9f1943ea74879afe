// @vitest-environment happy-dom
import { JOAO } from "@shopbell/protocol/testing";
import { act } from "react";
import { afterEach, expect, test } from "vitest";
import { aFakeLine, aMember } from "../testing/fake-line.ts";
import { renderAtDesk } from "../testing/render.tsx";
import { TeamList } from "./team-list.tsx";

let remove: () => void;
afterEach(() => remove());

function members() {
  return [...document.querySelectorAll("[data-away]")].map((each) => each.textContent);
}

test("the team is who has a console open: how much each has, or that they are away", () => {
  const line = aFakeLine({ team: [aMember({ agent: JOAO, load: 3 })] });
  remove = renderAtDesk(line, <TeamList />);
  expect(members()).toEqual(["JJoão3 of 5"]);

  act(() => line.become({ team: [aMember(), aMember({ agent: JOAO, availability: "away", reason: "idle" })] }));

  expect(members().at(-1)).toBe("JJoãoAway");
});
