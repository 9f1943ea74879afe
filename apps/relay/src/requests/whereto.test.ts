import { describe, expect, test } from "vitest";
import { readWhereto } from "./whereto.ts";

const NOW = 1_800_000_000_000;
const HOUR = 3_600_000;
const always = () => true;

describe("where an answer shall go", () => {
  test("is an address in lower case", () => {
    expect(readWhereto({ email: " Maria@Mail.Example " }, NOW, always)).toEqual({
      kind: "read",
      whereto: { email: "maria@mail.example" },
    });
  });

  test("is a number in E.164, with a time to be called at", () => {
    expect(readWhereto({ phone: "+351 21 000 0142", callAt: NOW + HOUR }, NOW, always)).toEqual({
      kind: "read",
      whereto: { phone: "+351210000142", callAt: NOW + HOUR },
    });
  });

  test("may be both", () => {
    expect(readWhereto({ email: "maria@mail.example", phone: "+81 3-3224-9999" }, NOW, always)).toEqual({
      kind: "read",
      whereto: { email: "maria@mail.example", phone: "+81332249999" },
    });
  });

  test("is somewhere", () => {
    expect(readWhereto({}, NOW, always)).toMatchObject({ problem: "email-invalid" });
    expect(readWhereto({ callAt: NOW + HOUR }, NOW, always)).toMatchObject({ problem: "email-invalid" });
  });

  test.each([
    "",
    "maria",
    "maria@mail.example\r\nBcc: all@mail.example",
    `${"a".repeat(4_096)}@mail.example`,
    "a@b@c.example",
  ])("is not %j", (email) => {
    expect(readWhereto({ email }, NOW, always)).toMatchObject({ problem: "email-invalid" });
  });

  test.each(["", "21 000 0142", "+1", "+351 21 000 0142\n+351 21 000 0143", "call me"])(
    "is not the number %j",
    (phone) => {
      expect(readWhereto({ phone }, NOW, always)).toMatchObject({ problem: "phone-invalid" });
    },
  );

  test("is nothing of four kilobytes", () => {
    const [email, phone] = [`${"a".repeat(4_096)}@mail.example`, `+${"1".repeat(4_096)}`];

    expect(readWhereto({ email }, NOW, always)).toMatchObject({ problem: "email-invalid" });
    expect(readWhereto({ phone }, NOW, always)).toMatchObject({ problem: "phone-invalid" });
  });

  test("is not a call in the past, in a month, at no time, or when the shop is not there", () => {
    const phone = "+351 21 000 0142";
    for (const callAt of [NOW - 1, NOW + 30 * 24 * HOUR, Number.NaN]) {
      expect(readWhereto({ phone, callAt }, NOW, always)).toMatchObject({ problem: "time-invalid" });
    }
    expect(readWhereto({ phone, callAt: NOW + HOUR }, NOW, () => false)).toMatchObject({ problem: "time-invalid" });
  });
});
