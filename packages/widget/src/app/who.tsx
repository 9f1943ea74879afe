import type { Availability } from "@shopbell/protocol/types";

/** Who is here, and one line of truth about it. */
export function who(name: string, sign: Availability, truth: string) {
  return (
    <div class="who">
      <span class="name clip">{name}</span>
      <span class="truth">
        <span class={`sign ${sign}`} />
        <span class="clip">{truth}</span>
      </span>
    </div>
  );
}
