// The loader's words: few, because every page of the shop pays for them. It has no t(), so that what has slots is a function.

export const name = (shop: string, state: string) => `Chat with ${shop}: ${state}`;
/** What state the shop is in; src/app/wait/truth.ts says more of it once the app is there. */
export const states = {
  available: "available now",
  busy: "busy",
  away: "nobody at the counter just now",
  closed: "closed",
};
export const failed = "did not open, press to try again";
