import type { ImportReport } from "@shopbell/protocol/types";
import sheet from "../../settings/sheet.module.css";
import { say } from "../words.ts";

interface FaultTableProps {
  faults: ImportReport["faults"];
  /** What a row is called; of a file it is its line. */
  row?: string;
}

/** What is wrong with what was read, and where. */
export function FaultTable({ faults, row = say("report.row") }: FaultTableProps) {
  return (
    <table className={sheet.table}>
      <thead>
        <tr>
          <th scope="col">{row}</th>
          <th scope="col">{say("report.column")}</th>
          <th scope="col">{say("report.problem")}</th>
        </tr>
      </thead>
      <tbody>
        {faults.map(({ row: line, column, problem }) => (
          <tr key={`${line} ${column} ${problem}`}>
            <td>{line}</td>
            <td>{column ?? say("report.noColumn")}</td>
            <td>{problem}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
