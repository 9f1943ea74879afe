import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import { Door } from "../app/door.tsx";
import { refusalSentence } from "../http/problem-sentence.ts";
import { setupQuery } from "../http/queries.ts";
import { askRelay } from "../http/relay-http.ts";
import { t } from "../i18n.ts";
import atoms from "../ui/atoms.module.css";
import { emailFault, type Fault } from "../ui/faults.ts";
import { Field } from "../ui/field.tsx";
import form from "../ui/form.module.css";
import { returnPath } from "./return-path.ts";

/** Signs in, and returns to where somebody was. */
export function SignInPage() {
  const { ended } = useSearch({ from: "/sign-in" });
  const setup = useQuery(setupQuery);
  return (
    <Door title={t("signIn.title")}>
      {ended && <p className={form.news}>{t("signIn.ended")}</p>}
      {setup.data?.needed ? <p className={form.news}>{t("signIn.setupNeeded")}</p> : <SignInForm />}
    </Door>
  );
}

function SignInForm() {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [faults, setFaults] = useState<{ email: Fault; password: Fault }>({ email: null, password: null });
  const signIn = useSignIn();

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const found = { email: emailFault(email), password: password === "" ? t("fault.passwordMissing") : null };
    setFaults(found);
    if (!found.email && !found.password) signIn.mutate({ email: email.trim(), password });
  };

  return (
    <form className={form.form} onSubmit={onSubmit} noValidate>
      <Field
        label={t("signIn.email")}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        fault={faults.email}
        onText={setEmail}
      />
      <Field
        label={t("signIn.password")}
        type="password"
        name="password"
        autoComplete="current-password"
        value={password}
        fault={faults.password}
        onText={setPassword}
      />
      {signIn.isError && (
        <p className={form.problem} role="alert">
          {refusalSentence(signIn.error)}
        </p>
      )}
      <button
        type="submit"
        className={`${atoms.button} ${form.submit}`}
        data-look="main"
        disabled={signIn.isPending || signIn.isSuccess}
      >
        {t("signIn.submit")}
      </button>
    </form>
  );
}

function useSignIn() {
  const router = useRouter();
  const { back } = useSearch({ from: "/sign-in" });
  return useMutation({
    mutationFn: (credentials: { email: string; password: string }) =>
      askRelay("POST", "/v1/agent/sign-in", credentials),
    onSuccess: () => router.navigate({ href: returnPath(back), replace: true }),
  });
}
