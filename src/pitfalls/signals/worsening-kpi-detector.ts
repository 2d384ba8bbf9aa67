import type { KpiReading } from "../../assessment/verdict.ts";
import { pitfallCatalogue } from "../pitfall-catalogue.ts";
import type { PitfallId } from "../pitfall-definition.ts";
import type { SignalInput } from "../signal-input.ts";
import { type KpiShift, readKpiShift } from "./kpi-shift.ts";
import { dayWords, distanceWords, figureWords, periodsWords } from "./plain-figures.ts";
import { blindTo, type Detector, finding, nothingToJudge, type SignalReading, together } from "./signal-reading.ts";
import { stretchWords } from "./stretch.ts";

/** Looks at every KPI that speaks to the pitfall, of the whole partnership: has it changed for the worse? */
export function worseningKpiDetector(pitfall: PitfallId): Detector {
  return {
    id: "worsening",
    mayClear: true,
    look: ({ kpis, asOf }) => {
      const readings = kpisOf(pitfall, kpis);
      if (readings.length === 0) return nothingToJudge;
      return together(readings.map((reading) => lookAtKpi(pitfall, reading, asOf)));
    },
  };
}

/** KPIs that speak to a pitfall: of the whole partnership, or of segments where nobody measures the whole. */
export function kpisOf(pitfall: PitfallId, kpis: readonly KpiReading[]): readonly KpiReading[] {
  const speaking = kpis.filter(({ pitfalls }) => pitfalls.includes(pitfall));
  const whole = new Set(speaking.filter(isWhole).map(({ metric }) => metric));
  return speaking.filter((reading) => isWhole(reading) || !whole.has(reading.metric));
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
