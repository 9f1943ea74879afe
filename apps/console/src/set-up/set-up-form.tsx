import { useMutation } from "@tanstack/react-query";
import { type InputHTMLAttributes, type SubmitEvent, useState } from "react";
import { refusalSentence } from "../http/problem-sentence.ts";
import { askRelay, reasonBehind } from "../http/relay-http.ts";
import { t } from "../i18n.ts";
import atoms from "../ui/atoms.module.css";
import { MIN_PASSWORD_LENGTH } from "../ui/faults.ts";
import { Field } from "../ui/field.tsx";
import form from "../ui/form.module.css";
import { NO_ANSWERS, NO_FAULTS, refusedFaults, type SetUpAnswers, setUpBody, setUpFaults } from "./set-up-answers.ts";

interface SetUpFormProps {
  token: string;
  needsShop: boolean;
  onDone(): void;
  /** The relay says that the link was used, or has expired. */
  onUsed(): void;
}

export function SetUpForm({ token, needsShop, onDone, onUsed }: SetUpFormProps) {
  const [answers, setAnswers] = useState(NO_ANSWERS);
  const [faults, setFaults] = useState(NO_FAULTS);
  const setUp = useMutation({
    mutationFn: () => askRelay("POST", "/v1/setup", setUpBody(token, answers, needsShop)),
    onSuccess: onDone,
    onError: (error) => {
      const reason = reasonBehind(error);
      if (reason === "setup-done") onUsed();
      setFaults(refusedFaults(reason) ?? NO_FAULTS);
    },
  });

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const found = setUpFaults(answers, needsShop);
    setFaults(found);
    if (Object.values(found).every((fault) => fault === null)) setUp.mutate();
  };
  const answer = (question: keyof SetUpAnswers) => ({
    ...QUESTIONS[question],
    name: question,
    value: answers[question],
    fault: faults[question],
    onText: (text: string) => setAnswers({ ...answers, [question]: text }),
  });

  return (
    <form className={form.form} onSubmit={onSubmit} noValidate>
      <Field {...answer("name")} />
      <Field {...answer("email")} />
      <Field {...answer("password")} />
      {needsShop && (
        <fieldset className={form.group}>
          <legend>{t("setup.shop")}</legend>
          <Field {...answer("shopName")} />
          <Field {...answer("shopOrigin")} />
        </fieldset>
      )}
      {setUp.isError && !refusedFaults(reasonBehind(setUp.error)) && (
        <p className={form.problem} role="alert">
          {refusalSentence(setUp.error)}
        </p>
      )}
      <button
        type="submit"
        className={`${atoms.button} ${form.submit}`}
        data-look="main"
        disabled={setUp.isPending || setUp.isSuccess}
      >
        {t("setup.submit")}
      </button>
    </form>
  );
}

type Question = { label: string; hint?: string } & InputHTMLAttributes<HTMLInputElement>;

const QUESTIONS: Record<keyof SetUpAnswers, Question> = {
  name: { label: t("setup.name"), hint: t("setup.nameHint"), autoComplete: "name", maxLength: 80 },
  email: { label: t("setup.email"), type: "email", autoComplete: "username" },
  password: {
    label: t("setup.password"),
    hint: t("setup.passwordHint", { count: MIN_PASSWORD_LENGTH }),
    type: "password",
    autoComplete: "new-password",
    maxLength: 200,
  },
  shopName: { label: t("setup.shopName"), autoComplete: "organization", maxLength: 80 },
  shopOrigin: { label: t("setup.shopOrigin"), hint: t("setup.shopOriginHint"), type: "url", inputMode: "url" },
};
