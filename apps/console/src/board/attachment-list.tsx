import type { Attachment } from "@shopbell/protocol/types";
import { t } from "../i18n.ts";
import { Icon } from "../ui/icons.tsx";
import styles from "./attachment-list.module.css";
import { fileSize } from "./file-size.ts";

/** The files that came with a message: those that were taken can be fetched, those that were refused are named. */
export function AttachmentList({ attachments }: { attachments: readonly Attachment[] }) {
  return (
    <ul className={styles.files}>
      {attachments.map((file, index) => (
        <li key={index} className={styles.file}>
          <Icon name="clip" size="s" />
          <File file={file} />
        </li>
      ))}
    </ul>
  );
}

function File({ file: { name, size, href } }: { file: Attachment }) {
  const words = { name, size: fileSize(size) };
  if (href === undefined) return <span>{t("file.refused", words)}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {t("file.size", words)}
    </a>
  );
}
