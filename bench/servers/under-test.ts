/** What a server under test reports as soon as it listens: where, and what its agent needs to come in. */
export interface Ready {
  readonly port: number;
  readonly cookie?: string;
}

/** Tells the bench that this process can be measured, and lets the bench collect its garbage and end it. */
export function ready(what: Ready, end: () => Promise<void> = async () => undefined): void {
  process.on("SIGUSR2", () => globalThis.gc?.());
  process.on("SIGTERM", async () => {
    await end();
    process.exit();
  });
  process.send?.(what);
}
