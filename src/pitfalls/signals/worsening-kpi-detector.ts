import type { KpiReading } from "../../assessment/verdict.ts";
import { metricInForce } from "../../governance/partnership/record-reading.ts";
import { pitfallCatalogue } from "../pitfall-catalogue.ts";
import { PitfallId } from "../pitfall-definition.ts";
import type { SignalInput } from "../signal-input.ts";
import { type KpiShift, readKpiShift } from "./kpi-shift.ts";
import { dayWords, distanceWords, figureWords, periodsWords } from "./plain-figures.ts";
import { blindTo, type Detector, finding, type SignalReading, together } from "./signal-reading.ts";
import { stretchWords } from "./stretch.ts";

/** Pitfalls of which a KPI that turns worse is itself the sign; those in `partOnly` have others that it cannot show. */
const shownByKpis: readonly PitfallId[] = [
  "quality-decline",
  "poor-customer-feedback",
  "missed-deadlines",
  "high-turnover",
  "communication-breakdown",
  "cost-overrun",
];
const partOnly: readonly PitfallId[] = ["cost-overrun"];
const neverByKpis: readonly PitfallId[] = ["inconsistent-performance", "hollow-kpis", "lack-of-transparency"];

/** Looks at every KPI that speaks to the pitfall, of the whole partnership: has it changed for the worse? */
export function worseningKpiDetector(pitfall: PitfallId): Detector {
  return {
    id: "worsening",
    mayClear: shownByKpis.includes(pitfall) && !partOnly.includes(pitfall),
    look: (input) => {
      const speaking = input.kpis.filter((reading) => pitfallsShownBy(reading.metric, input).includes(pitfall));
      const whole = new Set(speaking.filter(isWhole).map(({ metric }) => metric));
      const looked = speaking.filter((reading) => isWhole(reading) || !whole.has(reading.metric));
      return together(looked.map((reading) => lookAtKpi(pitfall, reading, input.asOf)));
    },
  };
}

/**
 * The pitfalls of which this metric, turning worse, is a sign: of those that it is watched for, the ones that KPIs show,
 * and any that the record itself names in the metric's `watch_for`.
 */
export function pitfallsShownBy(metric: string, { kpis, record, asOf }: SignalInput): readonly PitfallId[] {
  const watched = kpis.filter((reading) => reading.metric === metric).flatMap(({ pitfalls }) => pitfalls);
  const named = record.metrics[metric] === undefined ? [] : (metricInForce(record, metric, asOf)?.watch_for ?? []);
  const known = [...new Set([...watched, ...named])].flatMap((id) => PitfallId.safeParse(id).data ?? []);
  return known.filter((id) => shownByKpis.includes(id) || (named.includes(id) && !neverByKpis.includes(id)));
}

/** Whether a reading is of the whole partnership. */
export function isWhole({ segment }: KpiReading): boolean {
  return Object.keys(segment).length === 0;
}

function lookAtKpi(pitfall: PitfallId, reading: KpiReading, asOf: SignalInput["asOf"]): SignalReading {
  const shift = readKpiShift(reading, asOf);
  if (shift.kind === "unreadable") return blindTo(`${shift.because}.`, eyesOf(pitfall));
  if (shift.kind === "steady") return { findings: [], judged: 1, blind: [] };
  const { metric, segment } = reading;
  return {
    judged: 1,
    blind: [],
    findings: [
      finding({
        pitfall,
        detector: "worsening",
        state: shift.state,
        raisedAt: shift.raisedAt,
        onset: shift.onset,
        subject: { kind: "metric", id: metric, segment },
        statement: worseningWords(reading, shift),
        evidence: shiftEvidence(reading, shift),
      }),
    ],
  };
}

/** The files that let a pitfall be seen, but for the record itself. */
export function eyesOf(pitfall: PitfallId): readonly string[] {
  return pitfallCatalogue[pitfall].eyes.map(({ file }) => file).filter((file) => file !== "partnership.yaml");
}

/** `CSAT fell from 86.0 % (412 of 479) in the 20 weeks before 6 April 2026 to 79.1 % (310 of 392) in the 12 weeks since.` */
export function worseningWords(reading: KpiReading, shift: Extract<KpiShift, { kind: "worse" }>): string {
  const { before, since, onset, rule } = shift;
  const { title, every, target, unit } = reading;
  const part = Object.entries(reading.segment).map(([key, value]) => ` (${key} ${value})`);
  const verb = since.value === before.value ? "stayed" : since.value < before.value ? "fell" : "rose";
  const change = `${title}${part.join("")} ${verb} from ${stretchWords(before)} in the ${periodsWords(before.values.length, every)} before ${dayWords(onset)} to ${stretchWords(since)} in the ${periodsWords(since.values.length, every)} since, ${distanceWords(since.value - before.value, unit)} ${since.value < before.value ? "lower" : "higher"}.`;
  const chart =
    rule === null
      ? "The latest figure breaks no chart rule, but the level has not come back."
      : `On its chart: ${rule}.`;
  const goal = target === null ? "" : ` The target is ${figureWords(target, unit)}.`;
  return `${change} ${chart}${goal}`;
}

/** The numbers from which the statement can be recomputed. */
export function shiftEvidence(
  reading: KpiReading,
  shift: Extract<KpiShift, { kind: "worse" }>,
): Record<string, unknown> {
  const { before, since, standardErrors, rule } = shift;
  const figures = ({ value, numerator, denominator, values }: typeof before) => ({
    value,
    numerator,
    denominator,
    periods: values.length,
    values,
  });
  return {
    unit: reading.unit,
    every: reading.every,
    chart: reading.chart,
    rule,
    before: figures(before),
    since: figures(since),
    standardErrors: Number.isFinite(standardErrors) ? standardErrors : null,
    target: reading.target,
  };
}
