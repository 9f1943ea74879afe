// Words of the parts that few visitors need.

export const yours = "Your conversations";
export const you = "You: {text}";
export const newCount = "{count} new";
export const forget = "End and forget on this device";
export const reallyForget = "End this chat and remove it from this device?";
export const forgetNow = "End and forget";
export const keep = "Keep";
export const forgetHint = "For a shared computer. Nothing stays here.";
export const ourFault = "We could not save your message.";
export const ourFaultKept = "Our side failed. Your words are still here.";
export const otherWays = "Or reach us another way";
export const copyText = "Copy what I wrote";
export const copied = "Copied";
export const contactPage = "Write on our contact page";
export const fileRefused = "could not be taken";
