import { Snippet } from "../../bell/snippet.tsx";
import atoms from "../../ui/atoms.module.css";
import sheet from "../sheet.module.css";
import { TextQuestion } from "../text-question.tsx";
import { say } from "../words.ts";
import { mintedSecret } from "./minted-secret.ts";
import type { SourceForm } from "./use-source.ts";

/** What has to be known of a source before it can be asked. */
export function SourceFields({ form }: { form: SourceForm }) {
  switch (form.answers.kind) {
    case "endpoint":
      return <EndpointFields form={form} />;
    case "woocommerce":
      return <WooFields form={form} />;
    case "shopify":
      return <ShopifyFields form={form} />;
    default:
      return null;
  }
}

function EndpointFields({ form }: { form: SourceForm }) {
  const { answers, faults, change } = form;
  const hasSecret = form.keepsSecret && answers.secret === "";
  return (
    <>
      <AddressQuestion form={form} hint={say("source.endpointUrlHint")} />
      <div className={sheet.field}>
        {answers.secret !== "" && <Snippet text={answers.secret} />}
        <p className={sheet.note} role="status">
          {answers.secret === "" ? say(hasSecret ? "source.hasSecret" : "source.mintWhat") : say("source.minted")}
        </p>
        {faults.secret && (
          <p className={sheet.fault} role="alert">
            {faults.secret}
          </p>
        )}
        <button type="button" className={atoms.button} onClick={() => change({ secret: mintedSecret() })}>
          {say(hasSecret || answers.secret !== "" ? "source.mintAgain" : "source.mint")}
        </button>
      </div>
    </>
  );
}

function WooFields({ form }: { form: SourceForm }) {
  const { answers, faults, change } = form;
  return (
    <>
      <AddressQuestion form={form} hint={say("source.wooUrlHint")} />
      <TextQuestion
        label={say("source.key")}
        hint={say("source.keyHint")}
        fault={faults.key}
        value={answers.key}
        maxLength={200}
        dir="ltr"
        spellCheck={false}
        onText={(key) => change({ key })}
      />
      <SecretQuestion form={form} label={say("source.wooSecret")} hint={say("source.wooSecretHint")} />
    </>
  );
}

function ShopifyFields({ form }: { form: SourceForm }) {
  const { answers, faults, change } = form;
  return (
    <>
      <TextQuestion
        label={say("source.shop")}
        hint={say("source.shopHint")}
        fault={faults.shop}
        value={answers.shop}
        dir="ltr"
        spellCheck={false}
        onText={(shop) => change({ shop })}
      />
      <SecretQuestion form={form} label={say("source.shopifySecret")} hint={say("source.shopifySecretHint")} />
    </>
  );
}

function AddressQuestion({ form: { answers, faults, change }, hint }: { form: SourceForm; hint: string }) {
  return (
    <TextQuestion
      label={say("source.url")}
      hint={hint}
      fault={faults.url}
      type="url"
      maxLength={2_000}
      value={answers.url}
      onText={(url) => change({ url })}
    />
  );
}

interface SecretQuestionProps {
  form: SourceForm;
  label: string;
  hint: string;
}

/** A secret that somebody else made. The one that is kept does not come back from the relay. */
function SecretQuestion({ form: { answers, faults, keepsSecret, change }, label, hint }: SecretQuestionProps) {
  return (
    <TextQuestion
      label={label}
      hint={keepsSecret ? say("source.secretKept") : hint}
      fault={faults.secret}
      type="password"
      maxLength={300}
      value={answers.secret}
      onText={(secret) => change({ secret })}
    />
  );
}
