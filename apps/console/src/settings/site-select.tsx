import { useNavigate } from "@tanstack/react-router";
import { useDesk } from "../line/desk.tsx";
import { Select } from "./select.tsx";
import { useSite } from "./site-choice.ts";
import { say } from "./words.ts";

/** Which shop a page is about, where there are several. The choice is in the address. */
export function SiteSelect() {
  const { sites } = useDesk().me;
  const chosen = useSite();
  const navigate = useNavigate();
  if (chosen === null || sites.length < 2) return null;
  return (
    <Select
      label={say("settings.site")}
      value={chosen.key}
      choices={sites.map(({ key, name }) => ({ value: key, label: name }))}
      onChoose={(site) => navigate({ to: ".", search: (search) => ({ ...search, site }) })}
    />
  );
}
