// The loader's words: few, because every page of the shop pays for them.

export const name = "Chat with {shop}: {state}";
export const available = "available now";
export const away = "nobody at the counter just now";
export const failed = "did not open, press to try again";
