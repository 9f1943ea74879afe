export { type AgentLineOptions, openAgentLine } from "./agent-line.ts";
export { newConversationId } from "./ids.ts";
export type { Line, SendOptions } from "./line.ts";
export {
  type Draft,
  EMPTY_LINE,
  type LineState,
  type LineStatus,
  type Requesting,
  type Whereto,
} from "./line-state.ts";
export { linkify, type Piece } from "./linkify.ts";
export { EMPTY_THREAD, lastSeq, type Thread } from "./thread.ts";
export { openVisitorLine, type VisitorLineOptions } from "./visitor-line.ts";
export { deviceStorage } from "./visitor-storage.ts";
