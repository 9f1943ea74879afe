export { ConversationHead, ConversationState, ConversationSummary, RequestCard, Seen } from "./conversation.ts";
export { AgentFace, Attachment, Author, Channel, ConversationEvent, Entry, Message } from "./entry.ts";
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
  RequestChanged,
  Reset,
  Resumed,
  SeenChanged,
  TeamChanged,
  TypingChanged,
  Welcome,
  You,
} from "./frames-from-relay.ts";
export {
  AgentFrame,
  AgentHello,
  AvailabilitySet,
  ConversationLeave,
  ConversationOpen,
  HeartbeatAnswer,
  HistoryFetch,
  MessageSend,
  PollRequest,
  Probe,
  RequestOpen,
  SeenSet,
  TypingSet,
  VisitorForget,
  VisitorFrame,
  VisitorHello,
} from "./frames-to-relay.ts";
export { HoursException, Interval, OpeningHours } from "./hours.ts";
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
export {
  type DeadMail,
  Kept,
  MailState,
  MyChanges,
  Preview,
  PreviewQuery,
  Promises,
  SiteHours,
  Snooze,
} from "./settings.ts";
export {
  AgentAvailability,
  Availability,
  AwayReason,
  Look,
  SiteFace,
  SiteState,
  TeamMember,
} from "./site.ts";
export { isStorable, Name, Page, Text } from "./text.ts";
