/**
 * Whether a pattern names a page of the shop: a star is anything within one step of the path, two are any steps.
 * The relay decides what visitors get; this tells whoever writes a pattern what they have written.
 */
export function pathMatches(pattern: string, path: string): boolean {
  const steps = stepsOf(pattern).map((step) => {
    if (step === "**") return "(?:/[^/]+)*";
    return `/${step.replace(/[\\^$.|?+()[\]{}]/g, "\\$&").replace(/\*+/g, "[^/]*")}`;
  });
  const page = stepsOf(path).map((step) => `/${step}`);
  return new RegExp(`^${steps.join("")}$`).test(page.join(""));
}

/** The steps of a path as they are read: `/caf%C3%A9/` and `/café` are the same. */
function stepsOf(path: string): string[] {
  return path.split("/").filter(Boolean).map(decoded);
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step; // a per cent sign of its own
  }
}
