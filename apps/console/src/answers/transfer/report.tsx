import type { ImportReport } from "@shopbell/protocol/types";
import { Link } from "@tanstack/react-router";
import { keptSearch } from "../kept-search.ts";
import { say } from "../words.ts";
import { FaultTable } from "./fault-table.tsx";
import styles from "./report.module.css";

interface ReportProps {
  report: ImportReport;
  of: "file" | "page";
}

/** What became of what was read: how many answers, or what is wrong and where. */
export function Report({ report: { added, changed, same, faults }, of }: ReportProps) {
  if (faults.length > 0) return <Faults faults={faults} of={of} />;
  return (
    <div className={styles.report} data-look="done">
      <b>{say(of === "page" && added > 0 ? "report.drafts" : "report.done")}</b>
      <p>
        {say("report.added", { count: added })} · {say("report.changed", { count: changed })} ·{" "}
        {say("report.same", { count: same })}
      </p>
      <Link to="/answers" search={keptSearch}>
        {say("report.look")}
      </Link>
    </div>
  );
}

function Faults({ faults, of }: { faults: ImportReport["faults"]; of: ReportProps["of"] }) {
  return (
    <div className={styles.report} data-look="faults">
      <p>
        <b>{say("report.nothing")}</b> {say("report.faults", { count: faults.length })}
      </p>
      <FaultTable faults={faults} row={say(of === "file" ? "report.row" : "report.place")} />
    </div>
  );
}
