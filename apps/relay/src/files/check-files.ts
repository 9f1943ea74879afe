import type { Attachment } from "@shopbell/protocol";
import { keptOf, type SentFile } from "./check-file.ts";
import { MAX_FILES, MAX_FILES_BYTES, type StoredFile } from "./file.ts";
import { cleanName, nameFor } from "./file-name.ts";

/** A file as its message names it, and as it is stored; nothing is stored of one that was refused. */
export interface CheckedFile {
  readonly attachment: Attachment;
  readonly stored?: StoredFile;
}

/** Names in one message; how many more there were is the last one. */
const MAX_NAMED = 30;
const MAX_TYPE_LENGTH = 100;

/** The path by which a file is asked for. */
function hrefOf(id: string): string {
  return `/v1/files/${id}`;
}

/**
 * Checks what came with a message. Every file is named, so that nothing vanishes silently; only those that may be kept can
 * be fetched.
 *
 * @param idOf names the file at a place: the same files again get the same names
 */
export async function checkFiles(sent: readonly SentFile[], idOf: (index: number) => string): Promise<CheckedFile[]> {
  const checked: CheckedFile[] = [];
  let keptBytes = 0;
  let keptFiles = 0;
  for (const [index, file] of sent.slice(0, MAX_NAMED).entries()) {
    const fits = keptFiles < MAX_FILES && keptBytes + file.content.byteLength <= MAX_FILES_BYTES;
    const stored = fits ? await storedOf(file, idOf(index)) : undefined;
    if (stored) {
      keptFiles += 1;
      keptBytes += file.content.byteLength;
    }
    checked.push(stored ? { attachment: attachmentOf(stored), stored } : refused(file));
  }
  const unnamed = sent.length - checked.length;
  if (unnamed > 0) checked.push({ attachment: { name: `+${unnamed}`, type: "", size: 0 } });
  return checked;
}

async function storedOf(file: SentFile, id: string): Promise<StoredFile | undefined> {
  const kept = await keptOf(file);
  return kept && { id, name: nameFor(file.name, kept.type), ...kept };
}

function attachmentOf({ id, name, type, content }: StoredFile): Attachment {
  return { name, type, size: content.byteLength, href: hrefOf(id) };
}

function refused({ name, type, content }: SentFile): CheckedFile {
  return {
    attachment: { name: cleanName(name), type: type.slice(0, MAX_TYPE_LENGTH), size: content.byteLength },
  };
}
