import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { EXTENSIONS, type FileType, MAX_FILE_BYTES, MAX_FILES_BYTES } from "./file.ts";

/** A file as somebody sent it. */
export interface SentFile {
  readonly name: string;
  /** As the sender says: believed of nothing but text, which has no bytes to tell it by. */
  readonly type: string;
  readonly content: Uint8Array;
}

/** What may be kept of it. */
export interface Kept {
  readonly type: FileType;
  readonly content: Uint8Array;
}

const MAX_PIXELS = 24_000_000;
/** An image that takes longer to draw is a bomb. */
const MAX_DRAWING_S = 10;

/** The types whose first bytes tell them. */
const TOLD: ReadonlySet<string> = new Set(Object.keys(EXTENSIONS).filter((type) => type !== "text/plain"));

/** What is kept of a file; undefined where it is refused: too large, of another type, or not what it seems. */
export async function keptOf({ type, content }: SentFile): Promise<Kept | undefined> {
  if (content.byteLength === 0 || content.byteLength > MAX_FILE_BYTES) return undefined;
  const found = await fileTypeFromBuffer(content);
  if (found === undefined) return type === "text/plain" ? textOf(content) : undefined;
  if (!TOLD.has(found.mime)) return undefined;
  const told = found.mime as FileType;
  return told === "application/pdf" ? { type: told, content } : drawnAnew(told, content);
}

/**
 * The same picture and nothing else: neither where it was taken, nor a script behind its last row. Its turn, which is
 * noted beside the pixels, is carried out.
 */
async function drawnAnew(type: FileType, content: Uint8Array): Promise<Kept | undefined> {
  try {
    const image = sharp(content, { animated: true, limitInputPixels: MAX_PIXELS }).timeout({ seconds: MAX_DRAWING_S });
    const { width, height, pages = 1 } = await image.metadata();
    if (width * height > MAX_PIXELS) return undefined; // of an animation, `height` is that of all pages
    const drawn = pages === 1 ? image.autoOrient() : image;
    const bytes = await drawn.toFormat(formatOf(type)).toBuffer();
    return bytes.byteLength > MAX_FILES_BYTES ? undefined : { type, content: new Uint8Array(bytes) };
  } catch {
    return undefined; // no picture, whatever its first bytes say
  }
}

function formatOf(type: FileType): "png" | "jpeg" | "gif" | "webp" {
  return type.slice("image/".length) as "png";
}

/** Text in UTF-8, or in the letters of Western Europe. Bytes that nobody types make it something else. */
function textOf(content: Uint8Array): Kept | undefined {
  const text = decode(content);
  return /(?![\t\n\f\r])\p{Cc}/u.test(text) ? undefined : { type: "text/plain", content: Buffer.from(text) };
}

function decode(content: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return new TextDecoder("windows-1252").decode(content);
  }
}
