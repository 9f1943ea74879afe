export { ConversationHead, ConversationState, ConversationSummary, Seen } from "./conversation.ts";
export { AgentFace, Author, ConversationEvent, Entry, Message } from "./entry.ts";
export {
  AvailabilityChanged,
  ConversationChanged,
  EntriesReplayed,
  EntryAdded,
  Goaway,
  Heartbeat,
  HistoryPage,
  InboxLoaded,
  MessageAccepted,
  MessageRefused,
  PollResponse,
  ProblemFrame,
  RelayFrame,
  Reset,
  Resumed,
  SeenChanged,
  TypingChanged,
  Welcome,
  You,
} from "./frames-from-relay.ts";
export {
  AgentFrame,
  AgentHello,
  ConversationLeave,
  ConversationOpen,
  HeartbeatAnswer,
  HistoryFetch,
  MessageSend,
  PollRequest,
  Probe,
  SeenSet,
  TypingSet,
  VisitorForget,
  VisitorFrame,
  VisitorHello,
} from "./frames-to-relay.ts";
export {
  ConversationPage,
  EmailAddress,
  Me,
  Role,
  Setup,
  SetupState,
  SignIn,
  SignInList,
  SiteCard,
} from "./http.ts";
export { ConversationId, Cursor, Instant, MessageId, Seq } from "./ids.ts";
export { PROBLEMS, Problem, ProblemCode } from "./problems.ts";
export { Availability, Look, SiteFace } from "./site.ts";
export { isStorable, Name, Page, Text } from "./text.ts";
