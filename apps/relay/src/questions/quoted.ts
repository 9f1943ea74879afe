import { type Html, html } from "../http/html.ts";

/** What somebody wrote, on a page where something is done about it. */
export function quoted({ name, text }: { readonly name: string; readonly text: string }): Html {
  return html`<blockquote class="quoted"><b><bdi>${name}</bdi></b><p class="typed">${text}</p></blockquote>`;
}
