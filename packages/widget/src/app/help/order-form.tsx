import { Component } from "preact";
import * as phrases from "../../locales/en/help.ts";
import type { extras } from "../extras.tsx";
import { icon, WARN } from "../icon.tsx";
import type { Stage } from "../screen.tsx";
import { askAbout } from "./order-ask.ts";
import type { OrderSearch } from "./order-search.ts";

interface Props {
  readonly stage: Stage;
  readonly orders: OrderSearch;
  /** What every field of ours is drawn with. */
  readonly field: typeof extras.field;
}

/** Asks for an order's number and its address. What was typed stays, whatever is wrong with it. */
export class OrderForm extends Component<Props> {
  #form: HTMLFormElement | null = null;

  /** Whoever pressed the card goes on in its first field, and sees all of them. */
  override componentDidMount(): void {
    this.#form?.querySelector("input")?.focus();
    this.#show();
  }

  override render({ stage, orders, field }: Props) {
    const { t } = stage.words;
    const { ask, query } = orders;
    const asking = ask === "asking";
    const outcome = { unknown: phrases.orderUnknown, down: phrases.ordersDown }[ask as string];
    return (
      <form noValidate ref={this.#onForm} onSubmit={this.#find}>
        {field({
          kind: "text",
          label: t(phrases.orderNumber),
          wrong: ask === "number" ? t(phrases.numberMissing) : null,
          value: query.number,
          onInput: (number) => orders.write({ number }),
        })}
        {field({
          kind: "email",
          label: t(phrases.orderEmail),
          wrong: ask === "email" ? t(phrases.emailInvalid) : null,
          value: query.email,
          onInput: (email) => orders.write({ email }),
        })}
        <div role="status">
          {outcome && (
            <p class="tick bad">
              {icon(WARN)}
              {t(outcome)}
            </p>
          )}
        </div>
        <div class="pair">
          <button type="submit" class="btn main" aria-disabled={asking}>
            {t(asking ? phrases.finding : phrases.find)}
          </button>
          <button type="button" class="btn" onClick={() => askAbout(stage, query.number.trim())}>
            {t(phrases.askPerson)}
          </button>
        </div>
      </form>
    );
  }

  readonly #onForm = (form: HTMLFormElement | null): void => {
    this.#form = form;
  };

  readonly #find = async (event: Event): Promise<void> => {
    event.preventDefault();
    await this.props.orders.find();
    this.#form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    this.#show();
  };

  #show(): void {
    this.#form?.scrollIntoView({ block: "nearest" });
  }
}
