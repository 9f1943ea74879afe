import { DOWN, icon } from "../icon.tsx";

const ON = "M8 5l5 5-5 5";

/** Leads on, in the direction of reading; down where what it leads to is open below it. */
export function arrow(isOpen = false) {
  return isOpen ? icon(DOWN, "s") : icon(ON, "s flip");
}
