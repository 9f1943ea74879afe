import { Component, type RenderableProps } from "preact";

export const MINUTE_MS = 60_000;

interface Props {
  draw(): void;
}

/** Has the panel drawn anew each minute while this is shown: on a quiet line nothing else would, and what is said ages. */
export class EachMinute extends Component<Props> {
  #timer: ReturnType<typeof setInterval> | undefined;

  override componentDidMount(): void {
    this.#timer = setInterval(this.props.draw, MINUTE_MS);
  }

  override componentWillUnmount(): void {
    clearInterval(this.#timer);
  }

  override render({ children }: RenderableProps<Props>) {
    return children;
  }
}
