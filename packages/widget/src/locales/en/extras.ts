// Words of the parts that few visitors need.

export const yours = "Your conversations";
export const you = "You: {text}";
export const newCount = "{count} new";
export const forget = "End and forget on this device";
export const forgetHint = "For a shared computer. Nothing stays here.";
