import { problemSentence } from "../http/problem-sentence.ts";
import { askRelay, reasonBehind } from "../http/relay-http.ts";
import { t } from "../i18n.ts";
import { showToast } from "../ui/toasts.tsx";

/** Signs this browser out. The page is loaded anew, so that nothing of what was read stays in its memory. */
export async function signOut(): Promise<void> {
  try {
    await askRelay("POST", "/v1/agent/sign-out");
  } catch (error) {
    const reason = reasonBehind(error);
    // Who is signed out already has what they asked for; anybody else must not believe that they are.
    if (reason !== "unauthorized") return showToast(t("done.failed", { reason: problemSentence(reason) }));
  }
  location.assign(`${import.meta.env.BASE_URL}sign-in`);
}
