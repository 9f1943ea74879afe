import { t } from "../i18n.ts";
import { type RefusalReason, Refused, reasonBehind } from "./relay-http.ts";

/** What happened to a request; where it came too often, how long to wait; and of a page that is read, what its server said. */
export function refusalSentence(error: unknown): string {
  if (error instanceof Refused && error.reason === "page-unreadable" && error.detail !== null) return error.detail;
  const waitS = error instanceof Refused && error.reason === "too-fast" ? error.retryAfterS : null;
  if (waitS === null) return problemSentence(reasonBehind(error));
  return waitS < 60
    ? t("problem.tooFastSeconds", { count: waitS })
    : t("problem.tooFastMinutes", { count: Math.ceil(waitS / 60) });
}

/** What happened, in words that say what was kept and what to do next. */
export function problemSentence(reason: RefusalReason): string {
  switch (reason) {
    case "unreachable":
      return t("problem.unreachable");
    case "sign-in-failed":
      return t("problem.signInFailed");
    case "unauthorized":
      return t("problem.unauthorized");
    case "password-weak":
      return t("problem.passwordWeak");
    case "setup-done":
      return t("problem.setupDone");
    case "already-assigned":
      return t("problem.alreadyAssigned");
    case "too-fast":
      return t("problem.tooFast");
    case "text-invalid":
      return t("problem.textInvalid");
    case "email-invalid":
      return t("problem.emailInvalid");
    case "phone-invalid":
      return t("problem.phoneInvalid");
    case "time-invalid":
      return t("problem.timeInvalid");
    case "mail-off":
      return t("problem.mailOff");
    case "page-unreadable":
      return t("problem.pageUnreadable");
    case "orders-down":
      return t("problem.ordersDown");
    case "too-large":
      return t("problem.tooLarge");
    case "conflict":
      return t("problem.conflict");
    case "forbidden":
    case "origin-refused":
      return t("problem.forbidden");
    case "not-found":
    case "order-unknown":
    case "site-unknown":
      return t("problem.notFound");
    case "storage-failed":
    case "overloaded":
      return t("problem.busy");
    case "malformed":
      return t("problem.malformed");
    case "internal":
    case "method-not-allowed":
      return t("problem.internal");
    default:
      reason satisfies never; // a newer relay may know more ways to say no
      return t("problem.internal");
  }
}
