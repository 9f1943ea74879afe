// WebSocket close codes beside those of RFC 6455. `docs/protocol.md` says what each end does. Single constants, so that a
// bundle carries only those that it uses.

/** RFC 6455 7.4.1: a frame above MAX_FRAME_BYTES. */
export const tooLarge = 1009;
/** IANA registry: the relay restarts; come back after a pause. */
export const restarting = 1012;
/** IANA registry: this socket is too far behind, or the relay is too busy; come back after a pause. */
export const tryLater = 1013;
export const malformed = 4400;
export const unauthorized = 4401;
export const helloTimeout = 4408;
export const unsupportedProtocol = 4409;
export const tooFast = 4429;
