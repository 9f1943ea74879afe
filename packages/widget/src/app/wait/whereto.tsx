import type { ProblemCode } from "@shopbell/protocol/types";
import * as phrases from "../../locales/en/wait.ts";
import type { Words } from "../words.ts";
import { field } from "./field.tsx";
import { when } from "./when.ts";

/** Where the answer shall go, as it is being written. */
export interface Whereto {
  readonly email: string;
  readonly phone: string;
  /** An instant in digits; empty is as soon as it suits the shop. */
  readonly callAt: string;
}

interface Fields {
  readonly words: Words;
  readonly whereto: Whereto;
  readonly problem: ProblemCode | null;
  write(written: Partial<Whereto>): void;
}

/** Asks for an address. */
export function emailField({ words: { t }, whereto, problem, write }: Fields) {
  return field({
    kind: "email",
    label: t(phrases.email),
    hint: t(phrases.emailHint),
    wrong: problem === "email-invalid" ? t(phrases.emailInvalid) : null,
    value: whereto.email,
    onInput: (email) => write({ email }),
  });
}

/** Asks for a number to call back, and for one of the times that the shop offers. */
export function phoneFields({ words, whereto, problem, write }: Fields, times: readonly number[]) {
  const { t } = words;
  return [
    field({
      kind: "tel",
      label: t(phrases.phone),
      hint: t(phrases.phoneHint),
      wrong: problem === "phone-invalid" ? t(phrases.phoneInvalid) : null,
      value: whereto.phone,
      onInput: (phone) => write({ phone }),
    }),
    <label key="time" class="lab">
      {t(phrases.time)}
      <select
        class="field"
        value={whereto.callAt}
        onInput={({ currentTarget }) => write({ callAt: currentTarget.value })}
      >
        <option value="">{t(phrases.anyTime)}</option>
        {times.map((at) => (
          <option key={at} value={at}>
            {when(words, at)}
          </option>
        ))}
      </select>
      {problem === "time-invalid" && (
        <span class="tick bad" role="alert">
          {t(phrases.timeInvalid)}
        </span>
      )}
    </label>,
  ];
}
