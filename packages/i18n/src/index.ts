export { directionOf } from "./direction.ts";
export { negotiate } from "./negotiate.ts";
export {
  type Catalogue,
  type Phrase,
  type Slots,
  type Speak,
  speaker,
  type Translate,
  translator,
} from "./translator.ts";
