/**
 * Work that never runs twice at once, and never answers with what is old: whoever asks gets a run that begins after they asked,
 * together with everybody else who waits for one.
 */
export function afresh(work: () => Promise<void>): () => Promise<void> {
  let running = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    next ??= running.then(() => {
      next = undefined;
      const run = work();
      running = run.catch(() => undefined); // whoever asked for it hears of its failure
      return run;
    });
    return next;
  };
}
