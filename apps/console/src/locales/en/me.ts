/** One’s own page and sign-ins. */
export const me = {
  "me.title": "Me",
  "me.page": "Me and sign-ins",
  "me.menu": "{name}: menu",
  "me.owner": "Owner",
  "me.agent": "Agent",
  "me.signOut": "Sign out",
  "me.signIns": "Signed in",
  "me.signInsWhat": "Every browser that can read and answer as you. Revoke what you do not know.",
  "me.thisOne": "this browser",
  "me.lastSeen": "since {since}, last seen {ago}",
  "me.revoke": "Revoke",
  "me.revoked": "{browser} is signed out",
  "me.signInsMissing": "The list could not be loaded. {reason}",
  "me.loadAgain": "Try again",
} as const;
