import pico from "picocolors";
import { filesWithNothingRead } from "../../assessment/unread-records.ts";
import type { FileReport, LoadReport } from "../../facts/load-report.ts";
import { placeText } from "../../values/problem.ts";
import { escapedText } from "./problems-text.ts";

/** What an import did, for people: each file, how it was read, and what was not accepted or was changed later. */
export function loadReportText(load: LoadReport, { hasColour }: { hasColour: boolean }): string {
  const paint = pico.createColors(hasColour);
  const reasons = groupReasons(load);
  if (load.files.length === 0)
    return "No file of records is here: say under sources where the exports lie, or put canonical files into facts/.\n";
  return [
    ...load.files.map((file) => fileText(file, paint.bold)),
    `${count(load.read)} rows read = ${count(load.accepted)} accepted + ${count(load.quarantined)} in quarantine; ${count(load.restated)} records restated\n`,
    ...reasons.map(
      ([reason, rows, example]) => `  ${count(rows)} × ${escapedText(reason)}, such as ${escapedText(example)}\n`,
    ),
    ...load.restatements.slice(0, 5).map((change) => {
      const values = `${change.column} ${change.oldValue ?? "unknown"} → ${change.newValue ?? "unknown"}`;
      return `  restated: ${change.kind} ${escapedText(change.record)}: ${escapedText(values)} (${escapedText(change.file)}:${change.line})\n`;
    }),
  ].join("");
}

/** One line for the report's reader when rows were not accepted; nothing when all were. */
export function quarantineNotice(load: LoadReport, folder: string): string {
  const { quarantined, read, notices } = load;
  const rows =
    quarantined === 0
      ? ""
      : `${count(quarantined)} of ${count(read)} rows are in quarantine: bellwether import ${folder} --quarantine bad-rows.csv\n`;
  const lost = filesWithNothingRead(load).map(
    ({ file, read: all }) => `Not one of the ${count(all)} rows of ${escapedText(file)} could be read.\n`,
  );
  const told = notices.map(({ at, message, hint }) => {
    const place = placeText(at);
    return `${place === "" ? "" : `${escapedText(place)}  `}${escapedText(message)} ${escapedText(hint)}\n`;
  });
  return rows + lost.join("") + told.join("");
}

function fileText(file: FileReport, bold: (text: string) => string): string {
  const kinds = Object.entries(file.records).map(([kind, counts]) => {
    const repeated = counts.repeated > 0 ? `, ${count(counts.repeated)} already known` : "";
    return `    ${kind}: ${count(counts.added + counts.restated + counts.replaced)} records${repeated}\n`;
  });
  const recognised = file.recognisedAs === null ? "" : `, recognised as ${file.recognisedAs}`;
  const profile = file.profile === null ? "" : `, ${file.profile}${recognised}`;
  return `${bold(escapedText(file.file))}${profile}\n    ${count(file.read)} rows, ${count(file.quarantined)} in quarantine\n${kinds.join("")}`;
}

function groupReasons({ quarantine }: LoadReport): [reason: string, rows: number, example: string][] {
  const reasons = new Map<string, { rows: number; example: string }>();
  for (const { reason, file, line } of quarantine) {
    const known = reasons.get(reason) ?? { rows: 0, example: `${file}:${line}` };
    reasons.set(reason, { ...known, rows: known.rows + 1 });
  }
  return [...reasons].map(([reason, { rows, example }]) => [reason, rows, example]);
}

function count(value: number): string {
  return value.toLocaleString("en");
}
