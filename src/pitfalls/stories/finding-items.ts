import { Temporal } from "temporal-polyfill";
import type { Finding, KpiReading } from "../../assessment/verdict.ts";
import type { PlainDate } from "../../values/time.ts";
import { countWords } from "../signals/plain-figures.ts";
import { countIn, forecastIn, movedIn, periodsIn, reportsIn } from "./change-evidence.ts";
import type { AnswerInput } from "./finding-answers.ts";

type ShownBy = { readonly verb: string; readonly figure: string | null };

/** Which items show a finding, by what its evidence names. */
export function itemsOf(finding: Finding): string {
  const [moved] = movedIn(finding);
  if (moved !== undefined)
    return `${countWords(moved.since.denominator)} counted since the change; each row by the command`;
  const forecast = forecastIn(finding);
  if (forecast !== null) return `${countWords(forecast.denominator)} counted so far; each row by the command`;
  for (const [key, noun] of named) {
    const count = countIn(finding, key);
    if (count > 0)
      return `${countWords(count)} ${noun} named in the evidence${count >= mostNamed ? "; all by the command" : ""}`;
  }
  return "The entry of the record that it is about";
}

const mostNamed = 20;
const named = [
  ["failing", "failing items"],
  ["items", "items"],
  ["lines", "invoice lines"],
  ["reports", "reports"],
  ["invoices", "invoices"],
  ["open", "promises"],
  ["grants", "grants of access"],
  ["late", "incidents"],
  ["missed", "meetings"],
  ["absent", "meetings"],
  ["periods", "periods"],
] as const;

/** The command that shows the items, row by row where there are rows. */
export function shownBy(finding: Finding, { kpis, asOf }: AnswerInput): ShownBy {
  const { subject } = finding;
  if (subject.kind === "service-level") {
    // Without its period, `explain` takes the latest that has ended, and not the one that a forecast is about.
    const period = forecastIn(finding)?.period ?? periodsIn(finding)[0]?.period;
    return explain(`${subject.id}${period === undefined ? "" : periodName(period)}`);
  }
  const [report] = reportsIn(finding);
  if (report !== undefined) return explain(`${subject.id}${periodName(report.period)}`);
  const [moved] = movedIn(finding);
  if (subject.kind === "metric" || moved !== undefined) {
    const { metric, segment } = moved ?? { metric: subject.id, segment: subject.segment };
    const part = Object.entries(segment).map(([key, value]) => `/${key}=${value}`);
    return explain(`${metric}${part.join("")}${lastPeriod(kpis, metric, asOf)}`);
  }
  const verb = verbs[subject.kind] ?? "check";
  return { verb, figure: null };
}

function explain(figure: string): ShownBy {
  return { verb: "explain", figure };
}

const verbs: Readonly<Record<string, string>> = {
  invoices: "invoice",
  credits: "invoice",
  budget: "invoice",
  contract: "terms",
  obligation: "terms",
  risk: "risks",
  evidence: "risks",
  access: "risks",
  incidents: "risks",
  site: "risks",
  agent: "risks",
  bid: "evaluate",
  selection: "evaluate",
  objective: "objectives",
  "growth-phase": "checkpoint",
  staff: "ramp",
  milestone: "ramp",
  "launch-gate": "ramp",
  "retained-role": "core",
  process: "core",
  calendar: "location",
  forum: "relationship",
  sponsor: "relationship",
  ideas: "relationship",
  commitments: "relationship",
  goals: "relationship",
  dimension: "relationship",
  side: "relationship",
  promise: "business-case",
  records: "import",
  source: "import",
};

function lastPeriod(kpis: readonly KpiReading[], metric: string, asOf: PlainDate): string {
  const points = kpis.find((reading) => reading.metric === metric)?.points ?? [];
  const last = points.findLast(({ value, period }) => value !== null && period.end <= asOf);
  return last === undefined ? "" : periodName(last.period);
}

/** A period as `explain` takes it: `@2026-05-12`, `@2026-W20`, `@2026-05`, `@2026-Q2`; of longer ones it takes the latest alone. */
function periodName({ start, end }: { readonly start: PlainDate; readonly end: PlainDate }): string {
  if (start === end) return `@${start}`;
  const first = Temporal.PlainDate.from(start);
  const days = first.until(end).days + 1;
  if (days === 7) return `@${first.yearOfWeek}-W${String(first.weekOfYear).padStart(2, "0")}`;
  if (days <= 31) return `@${start.slice(0, 7)}`;
  if (days > 92) return "";
  return `@${start.slice(0, 4)}-Q${Math.ceil(first.month / 3)}`;
}
