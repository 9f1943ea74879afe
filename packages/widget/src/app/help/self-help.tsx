import { Component } from "preact";
import type { Stage } from "../screen.tsx";
import { answerList } from "./answer-list.tsx";
import type { Offers } from "./offers.ts";
import { orderPart } from "./order-part.tsx";
import type { OrderSearch } from "./order-search.ts";
import type { Reading } from "./reading.ts";
import type { Search } from "./search.ts";

/** What the parts of the first screen with which visitors help themselves are drawn from. */
export interface Props {
  readonly stage: Stage;
  readonly offers: Offers;
  readonly search: Search;
  readonly reading: Reading;
  readonly orders: OrderSearch;
  /** Hears that it is on the screen, and that it is not any more. */
  onScreen(help: SelfHelp | null): void;
}

/** Below the composer: answers, and where an order is. It never moves what is above it. */
export class SelfHelp extends Component<Props> {
  #root: HTMLElement | null = null;

  override componentDidMount(): void {
    this.props.onScreen(this);
    this.#look();
  }

  override componentWillUnmount(): void {
    this.props.onScreen(null);
  }

  override getSnapshotBeforeUpdate(): boolean {
    return this.#hasFocus();
  }

  /** Whoever had the focus in what went away goes on at what came in its place. */
  override componentDidUpdate(_: Props, __: unknown, hadFocus: boolean): void {
    this.#look();
    if (!hadFocus || this.#hasFocus()) return;
    const next = this.#root?.querySelector<HTMLElement>(".takes");
    if (next) next.focus();
    else this.props.stage.panel.takeFocus();
  }

  override render(props: Props) {
    const { known } = props.offers;
    return known && <div ref={this.#onRoot}>{[answerList(props, known), known.orders && orderPart(props)]}</div>;
  }

  /** Closes the answer that is open, else the question for an order. Returns whether there was one. */
  shut(): boolean {
    const { reading, orders } = this.props;
    if (!reading.opened && orders.ask === "closed") return false;
    if (this.#hasFocus()) this.#root?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    if (reading.opened) reading.close();
    else orders.turn("closed");
    return true;
  }

  readonly #onRoot = (root: HTMLElement | null): void => {
    this.#root = root;
  };

  #hasFocus(): boolean {
    return !!this.#root?.matches(":focus-within");
  }

  #look(): void {
    const { offers, search, stage } = this.props;
    offers.look(location.pathname, Date.now());
    if (offers.known?.answers.length) search.compose(stage.draft);
  }
}
