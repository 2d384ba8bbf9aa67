import pico from "picocolors";
import { filesWithNothingRead } from "../../assessment/unread-records.ts";
import type { FileReport, LoadReport, QuarantineReason } from "../../facts/load-report.ts";
import { type Problem, placeText } from "../../values/problem.ts";
import { escapedText } from "./problems-text.ts";

/** Reasons beyond these are counted: a file that is read the wrong way has few, and a person reads fewer. */
const mostReasons = 20;
const longestExample = 60;

/** What an import did, for people: each file, how it was read, and what was not accepted or was changed later. */
export function loadReportText(load: LoadReport, { hasColour }: { hasColour: boolean }): string {
  const paint = pico.createColors(hasColour);
  if (load.files.length === 0)
    return "No file of records is here: say under sources where the exports lie, or put canonical files into facts/.\n";
  return [
    ...load.files.map((file) => fileText(file, paint.bold)),
    `${count(load.read)} rows read = ${count(load.accepted)} accepted + ${count(load.quarantined)} in quarantine; ${count(load.restated)} records restated\n`,
    ...load.reasons.slice(0, mostReasons).map(reasonText),
    ...(load.reasons.length > mostReasons
      ? [`  … and ${count(load.reasons.length - mostReasons)} more reasons\n`]
      : []),
    ...load.restatements.slice(0, 5).map((change) => {
      const values = `${change.column} ${change.oldValue ?? "unknown"} → ${change.newValue ?? "unknown"}`;
      return `  restated: ${change.kind} ${escapedText(change.record)}: ${escapedText(values)} (${escapedText(change.file)}:${change.line})\n`;
    }),
    ...load.notices.map((notice) => `  ${noticeText(notice)}`),
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
  return rows + lost.join("") + notices.map(noticeText).join("");
}

function noticeText({ at, message, hint }: Problem): string {
  const place = placeText(at);
  return `${place === "" ? "" : `${escapedText(place)}  `}${escapedText(message)} ${escapedText(hint)}\n`;
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

function reasonText({ column, reason, rows, file, line, example }: QuarantineReason): string {
  const where = column === "" ? "" : `${escapedText(column)}: `;
  const place = `${escapedText(file)}:${line}`;
  const first = example === "" ? place : `${escapedText(example.slice(0, longestExample))} (${place})`;
  return `  ${count(rows)} × ${where}${escapedText(reason)}, such as ${first}\n`;
}

function count(value: number): string {
  return value.toLocaleString("en");
}
