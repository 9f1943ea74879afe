import { useNavigate } from "@tanstack/react-router";
import { useDesk } from "../line/desk.tsx";
import { Select } from "../settings/select.tsx";
import { useSite } from "./site.tsx";
import { say } from "./words.ts";

/** Whose answers these are, where there are several shops. The choice is in the address. */
export function SiteSelect() {
  const { sites } = useDesk().me;
  const { key } = useSite();
  const navigate = useNavigate();
  if (sites.length < 2) return null;
  return (
    <Select
      label={say("answers.site")}
      value={key}
      choices={sites.map((site) => ({ value: site.key, label: site.name }))}
      onChoose={(site) => navigate({ to: ".", search: (search) => ({ ...search, site }) })}
    />
  );
}
