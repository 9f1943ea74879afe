import type { RefusalReason } from "../http/relay-http.ts";
import { t } from "../i18n.ts";
import {
  emailFault,
  type Fault,
  nameFault,
  originFault,
  originOf,
  passwordFault,
  shopNameFault,
} from "../ui/faults.ts";

/** What was typed into the set-up form. */
export interface SetUpAnswers {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly shopName: string;
  readonly shopOrigin: string;
}

export const NO_ANSWERS: SetUpAnswers = { name: "", email: "", password: "", shopName: "", shopOrigin: "" };

export type SetUpFaults = Readonly<Record<keyof SetUpAnswers, Fault>>;

export const NO_FAULTS: SetUpFaults = { name: null, email: null, password: null, shopName: null, shopOrigin: null };

/** What is wrong with each answer. The shop's are asked for only where none was seeded. */
export function setUpFaults(answers: SetUpAnswers, needsShop: boolean): SetUpFaults {
  return {
    name: nameFault(answers.name),
    email: emailFault(answers.email),
    password: passwordFault(answers.password),
    shopName: needsShop ? shopNameFault(answers.shopName) : null,
    shopOrigin: needsShop ? originFault(answers.shopOrigin) : null,
  };
}

/** What the relay finds wrong with an answer; null where it refused for another reason. It counts as this form counts. */
export function refusedFaults(reason: RefusalReason): SetUpFaults | null {
  return reason === "password-weak" ? { ...NO_FAULTS, password: t("fault.passwordCommon") } : null;
}

/** The body of `POST /v1/setup`. */
export function setUpBody(token: string, answers: SetUpAnswers, needsShop: boolean) {
  const owner = { token, name: answers.name.trim(), email: answers.email.trim(), password: answers.password };
  const origin = originOf(answers.shopOrigin);
  return needsShop && origin ? { ...owner, shop: { name: answers.shopName.trim(), origin } } : owner;
}
