/** Where the frames for one end go: a socket, or the answer to a poll. */
export interface Sink {
  /** Has the reader so much unread that entries should wait for them? */
  readonly isBehind: boolean;
  /** A lossy frame is left out when the reader is behind. */
  send(frame: string, lossy?: boolean): void;
  /** Resolves when the reader has caught up enough for another page. */
  drained(): Promise<void>;
  close(code: number): void;
  /** Ends without a word: nobody is there to hear one. */
  cut(): void;
}
