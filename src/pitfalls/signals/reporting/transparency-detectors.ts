import type { KpiReading, Reconciliation } from "../../../assessment/verdict.ts";
import { addDays, daysBetween, type PlainDate } from "../../../values/time.ts";
import type { SignalInput } from "../../signal-input.ts";
import { countWords, dayWords, figureWords, spanWords } from "../plain-figures.ts";
import { blindTo, type Detector, finding, type SignalReading, together } from "../signal-reading.ts";

/** Reported figures beside the records: the latest that could be checked differs is watch, two of the last three is alarm. */
export const reportedDiffers: Detector = {
  id: "reported-differs",
  mayClear: true,
  look: (input) => {
    const { reconciliations, asOf } = input;
    const known = reconciliations.filter(({ receivedAt }) => receivedAt.slice(0, 10) <= asOf);
    if (known.length === 0)
      return blindTo("The provider's own figures are not on file, so they cannot be set against the records.", [
        "reported_kpis",
      ]);
    const names = [...new Set(known.map(({ kpi }) => kpi))].sort();
    return together(
      names.map((kpi) =>
        lookAtReports(
          known.filter((one) => one.kpi === kpi),
          input,
        ),
      ),
    );
  },
};

function lookAtReports(reports: readonly Reconciliation[], { kpis }: SignalInput): SignalReading {
  const latestFirst = [...reports].sort((one, other) => other.period.end.localeCompare(one.period.end));
  const checked = latestFirst.filter(({ state }) => state !== "cannot-be-checked");
  const [latest] = checked;
  const kpi = reports[0]?.kpi ?? "";
  if (latest === undefined) {
    const because = latestFirst[0]?.because ?? "no record to check it with";
    return blindTo(`The reported ${kpi} cannot be checked: ${because}.`, ["work_items"]);
  }
  const recent = checked.slice(0, 3);
  const differing = recent.filter(({ state }) => state === "differs");
  if (latest.state !== "differs") return { findings: [], judged: 1, blind: [] };
  const run = checked.slice(0, firstAgreeing(checked));
  const first = run.at(-1) ?? latest;
  const reading = kpis.find(({ metric }) => metric === kpi) ?? null;
  return {
    judged: 1,
    blind: [],
    findings: [
      finding({
        pitfall: "lack-of-transparency",
        detector: "reported-differs",
        state: differing.length >= 2 ? "alarm" : "watch",
        raisedAt: first.receivedAt.slice(0, 10),
        onset: first.period.start,
        subject: { kind: "metric", id: kpi, segment: {} },
        statement: differsWords(latest, differing, recent.length, reading),
        evidence: {
          reports: recent.map(({ period, reported, recomputed, numerator, denominator, receivedAt, state }) => ({
            ...{ period, reported, recomputed, numerator, denominator, receivedAt, state },
          })),
          differingInARow: run.length,
        },
      }),
    ],
  };
}

function firstAgreeing(checked: readonly Reconciliation[]): number {
  const at = checked.findIndex(({ state }) => state === "agrees");
  return at < 0 ? checked.length : at;
}

function differsWords(
  latest: Reconciliation,
  differing: readonly Reconciliation[],
  recent: number,
  reading: Pick<KpiReading, "title" | "better"> | null,
): string {
  const better = reading?.better ?? null;
  const { kpi, period, reported, recomputed, numerator, denominator } = latest;
  const isShare = numerator !== null && Math.abs(reported) <= 1 && Math.abs(recomputed ?? 0) <= 1;
  const figure = (value: number) => (isShare ? figureWords(value, "share") : String(Math.round(value * 100) / 100));
  const working = isShare
    ? `${countWords(numerator)} of ${countWords(denominator)}`
    : `${countWords(denominator)} records`;
  const records =
    recomputed === null ? "the records give no figure" : `the records give ${figure(recomputed)} (${working})`;
  const kinder = differing.filter((one) => isKinder(one, better)).length;
  const direction = better === null ? "" : `, ${kinder} of ${differing.length} in the provider's favour`;
  return `For ${spanWords(period)} the provider reported “${reading?.title ?? kpi}” at ${figure(reported)}; ${records}. ${differing.length} of the last ${recent} reports that could be checked ${differing.length === 1 ? "differs" : "differ"}${direction}.`;
}

function isKinder({ reported, recomputed }: Reconciliation, better: "higher" | "lower" | null): boolean {
  if (recomputed === null || better === null) return false;
  return better === "higher" ? reported > recomputed : reported < recomputed;
}

/** Days without a new record after which a kind of record counts as stale, by how often it is written in ordinary work. */
const staleAfterDays: Readonly<Record<string, number>> = {
  work_items: 14,
  item_events: 14,
  messages: 14,
  survey_responses: 21,
  quality_reviews: 21,
  staff_hours: 21,
  complaints: 45,
  invoices: 45,
  invoice_lines: 45,
  reported_kpis: 45,
  meetings: 45,
};

/** Kinds of record that have stopped coming: watch when overdue, alarm when overdue for twice the time. */
export const staleData: Detector = {
  id: "stale-data",
  mayClear: false,
  look: ({ sources, asOf }) => {
    const kinds = [...new Set(sources.map(({ fact }) => fact))]
      .filter((fact) => staleAfterDays[fact] !== undefined)
      .sort();
    return together(
      kinds.map((fact) => {
        const latest = sources
          .flatMap((one) => (one.fact === fact && one.to !== null ? one.to.slice(0, 10) : []))
          .sort()
          .at(-1);
        if (latest === undefined) return { findings: [], judged: 0, blind: [] };
        const gap = Math.max(0, ...sources.map((one) => (one.fact === fact ? (one.usualGapDays ?? 0) : 0)));
        // Records that always came month by month are not late after a fortnight.
        return lookAtSource(latest, asOf, fact, Math.max(staleAfterDays[fact] ?? 0, Math.ceil(1.5 * gap)));
      }),
    );
  },
};

function lookAtSource(latest: PlainDate, asOf: PlainDate, fact: string, usual: number): SignalReading {
  const days = daysBetween(latest, asOf);
  if (days <= usual) return { findings: [], judged: 1, blind: [] };
  return {
    judged: 1,
    blind: [],
    findings: [
      finding({
        pitfall: "lack-of-transparency",
        detector: "stale-data",
        state: days > 2 * usual ? "alarm" : "watch",
        raisedAt: addDays(latest, usual + 1),
        onset: addDays(latest, 1),
        subject: { kind: "source", id: fact, segment: {} },
        statement: `The last record of ${fact} is of ${dayWords(latest)}, ${days} days before ${dayWords(asOf)}; in ordinary work one comes at least every ${usual} days.`,
        evidence: { lastRecord: latest, daysSince: days, usualDays: usual },
      }),
    ],
  };
}
