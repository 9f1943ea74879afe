import { EXTENSIONS, type FileType } from "./file.ts";

const MAX_LENGTH = 100;
const NAMELESS = "file";

/** Not seen by who reads a name, or making it look like another one: controls, joiners, marks of direction. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
/** Of a path, or of a shell or a file system that takes it for something else. */
const FORBIDDEN = /[<>:"|?*]+/g;

/** A file's name without a path, without what cannot be seen, and not too long. */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).findLast((part) => part.trim() !== "") ?? "";
  const clean = last.toWellFormed().replace(INVISIBLE, "").replace(FORBIDDEN, "_").trim().replace(/^\.+/, "");
  return shortened(clean) || NAMELESS;
}

/** A name that says what the file is, whatever it said before: `bill.html` of a text becomes `bill.html.txt`. */
export function nameFor(name: string, type: FileType): string {
  const clean = cleanName(name);
  const extensions: readonly string[] = EXTENSIONS[type];
  const extension = clean.slice(clean.lastIndexOf(".") + 1).toLowerCase();
  return extensions.includes(extension) && clean.includes(".") ? clean : `${clean}.${extensions[0]}`;
}

/** The end stays: it says what the file is. */
function shortened(name: string): string {
  if (name.length <= MAX_LENGTH) return name;
  const dot = name.lastIndexOf(".");
  const end = dot > 0 && name.length - dot <= 10 ? name.slice(dot) : "";
  return `${name.slice(0, MAX_LENGTH - end.length)}${end}`.toWellFormed();
}
