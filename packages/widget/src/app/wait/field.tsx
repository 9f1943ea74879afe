import { icon, WARN } from "../icon.tsx";

interface Field {
  readonly kind: "email" | "tel" | "text";
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with it, beside it. */
  readonly wrong: string | null;
  readonly value: string;
  onInput(value: string): void;
}

/** Longest that the protocol takes. */
const MAX_LENGTH = { email: 320, tel: 40, text: 60 };

/** A line to write in, with its label, and what to know about it or what is wrong with it. */
export function field({ kind, label, hint, wrong, value, onInput }: Field) {
  return (
    <div key={kind}>
      <label class="lab" for={`sb-${kind}`}>
        {label}
      </label>
      <input
        id={`sb-${kind}`}
        class="field"
        name={kind}
        inputmode={kind}
        autocomplete={kind === "text" ? "off" : kind}
        dir="ltr"
        maxLength={MAX_LENGTH[kind]}
        value={value}
        aria-invalid={wrong !== null}
        aria-describedby={`sb-${kind}-about`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p id={`sb-${kind}-about`} class={wrong ? "tick bad" : "meta"} role={wrong ? "alert" : undefined}>
        {wrong && icon(WARN)}
        {wrong ?? hint}
      </p>
    </div>
  );
}
