import { useState } from "preact/hooks";
import { Icon, IconButton } from "./icon.tsx";
import { useShop } from "./shop.ts";

/** What can be done with a conversation beside writing in it. */
export function Menu({ onForget }: { onForget(): void }) {
  const { t } = useShop().words;
  const [open, setOpen] = useState(false);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !open) return;
    event.stopPropagation(); // this Escape closes the menu, the next one the panel
    setOpen(false);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the Escape of the buttons in it
    <div class="more" onKeyDown={onKeyDown} onFocusOut={(event) => closeOutside(event, setOpen)}>
      <IconButton icon="more" label={t("more")} expanded={open} onClick={() => setOpen(!open)} />
      {open && (
        <button type="button" class="menu row" onClick={onForget}>
          <Icon name="lock" />
          <span class="grow">
            {t("forget")}
            <span class="meta">{t("forgetHint")}</span>
          </span>
        </button>
      )}
    </div>
  );
}

function closeOutside({ currentTarget, relatedTarget }: FocusEvent, setOpen: (open: boolean) => void): void {
  if (currentTarget instanceof Element && !currentTarget.contains(relatedTarget as Node | null)) setOpen(false);
}
