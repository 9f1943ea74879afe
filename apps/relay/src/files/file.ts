/** A file that came with a message, as it is kept: never as it came, where it is an image. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly type: FileType;
  readonly content: Uint8Array;
}

/** What is kept. Everything else is named and refused. */
export type FileType = keyof typeof EXTENSIONS;

/** Of each type, the ends of names that are left as they are; the first is given to a name that has none of them. */
export const EXTENSIONS = {
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/gif": ["gif"],
  "image/webp": ["webp"],
  "application/pdf": ["pdf"],
  "text/plain": ["txt", "text", "log", "csv", "md"],
} as const satisfies Record<string, readonly string[]>;

/** Largest file from a visitor, in bytes, and what is kept of one mail or upload. */
export const MAX_FILE_BYTES = 10 * 2 ** 20;
export const MAX_FILES = 10;
export const MAX_FILES_BYTES = 25 * 2 ** 20;

/** Shown by browsers as they are: they were made anew here. */
export function isImage(type: FileType): boolean {
  return type.startsWith("image/");
}
