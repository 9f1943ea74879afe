import { useState } from "react";
import { Field } from "../../ui/field.tsx";
import { say } from "../words.ts";
import styles from "./page-check.module.css";
import { pathMatches } from "./path-match.ts";
import { pathOf } from "./typed-answer.ts";

/** Tries a page of the shop: does the answer show there? */
export function PageCheck({ paths }: { paths: readonly string[] }) {
  const [address, setAddress] = useState("");
  const path = pathOf(address);
  const match = paths.find((pattern) => pathMatches(pattern, path));
  return (
    <div className={styles.check}>
      <Field
        label={say("check.page")}
        dir="ltr"
        placeholder="https://shop.example/shoes/alfama"
        fault={null}
        value={address}
        onText={setAddress}
      />
      <p role="status" data-matches={match !== undefined}>
        {path !== "" && (match ? say("check.yes", { pattern: match }) : say("check.no"))}
      </p>
    </div>
  );
}
