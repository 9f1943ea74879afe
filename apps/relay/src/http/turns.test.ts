import { expect, test } from "vitest";
import { Turns } from "./turns.ts";

test("between two works others have their turn", async () => {
  const turns = new Turns();
  const happened: string[] = [];

  await Promise.all(
    [1, 2, 3].map((nth) =>
      turns.take(() => {
        happened.push(`work ${nth}`);
        setImmediate(() => happened.push("chat"));
      }),
    ),
  );

  expect(happened).toEqual(["work 1", "chat", "work 2", "chat", "work 3"]);
});

test("one that fails is told, and keeps nobody from theirs", async () => {
  const turns = new Turns();

  const failing = turns.take(() => {
    throw new Error("broken");
  });
  const next = turns.take(() => "done");

  await expect(failing).rejects.toThrow("broken");
  expect(await next).toBe("done");
});

test("of too many at once the last are refused, and there is room again once some are done", async () => {
  const turns = new Turns();

  const outcomes = await Promise.allSettled(Array.from({ length: 60 }, () => turns.take(() => "done")));

  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(50);
  expect(outcomes.at(-1)).toMatchObject({ reason: { code: "overloaded" } });
  expect(await turns.take(() => "done")).toBe("done");
});
