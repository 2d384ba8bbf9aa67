import type { PowerReading } from "../pitfalls/power/power-reading.ts";
import { displayablePower, displayableText } from "./displayable-text.ts";
import { RecordTable, Section } from "./report-elements.tsx";
import { pageText, type ReportSubject } from "./report-page.tsx";
import { Told } from "./review-elements.tsx";
import { powerPage } from "./review-text/power-text.ts";
import type { ReviewCell, ReviewPart } from "./review-text/review-page.ts";

/** What can be seen, how soon, as one HTML file: what the terminal says, with every row. */
export function renderPower(subject: Omit<ReportSubject, "asOf">, told: PowerReading): string {
  const { headline, lines = [], parts } = powerPage(displayablePower(told));
  const [first] = parts;
  return pageText({
    subject: {
      partnership: displayableText(subject.partnership),
      title: displayableText(subject.title),
      zone: displayableText(subject.zone),
      asOf: told.asOf,
    },
    kind: "what can be seen",
    what: [headline, ...lines].join(" "),
    skip: { to: idOf(first?.title ?? ""), says: "Skip to what can be seen" },
    children: parts.map((part) => <Part key={part.title} part={part} />),
  });
}

function Part({ part: { title, table, lines = [] } }: { readonly part: ReviewPart }) {
  const rows = table?.rows ?? [];
  if (rows.length === 0 && lines.length === 0) return null;
  return (
    <Section id={idOf(title)} title={title}>
      {table === undefined || rows.length === 0 ? null : (
        <RecordTable
          caption="Each KPI, with what is usual and the change that is told"
          columns={table.columns}
          rows={rows.map((cells, at) => ({ key: String(at), cells: cells.map(textOf) }))}
        />
      )}
      <Told lines={lines} />
    </Section>
  );
}

function textOf(cell: ReviewCell): string {
  return typeof cell === "string" ? cell : cell.text;
}

function idOf(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z]+/g, "-");
}
