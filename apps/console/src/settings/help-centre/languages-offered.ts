/** What answers are mostly written in. Those that the widget speaks are among them. */
export const LANGUAGES_OFFERED: readonly string[] = [
  ...["ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "en-GB", "en-US", "es", "es-MX", "et", "fa", "fi", "fr"],
  ...["fr-CA", "he", "hi", "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "nb", "nl", "pl", "pt", "pt-BR"],
  ...["pt-PT", "ro", "ru", "sk", "sl", "sr", "sv", "th", "tr", "uk", "ur", "vi", "zh", "zh-TW"],
];
