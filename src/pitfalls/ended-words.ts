import { z } from "zod";
import type { Finding, KpiReading, ServiceLevelVerdict } from "../assessment/verdict.ts";
import type { PlainDate } from "../values/time.ts";
import type { SignalInput } from "./signal-input.ts";
import { measuredPoints } from "./signals/figures/kpi-stream.ts";
import { stretchOf, stretchWords } from "./signals/figures/stretch.ts";
import { levelName } from "./signals/levels/service-level-detectors.ts";
import { countWords, dayWords, figureWords, periodsWords } from "./signals/plain-figures.ts";
import { isEstimated, keptWeeks, toldUnder } from "./standing-findings.ts";
import { firstSentenceOf } from "./stories/finding-answers.ts";

/** What is known on the day on which a finding is no longer told. */
type Now = Pick<SignalInput, "asOf" | "kpis" | "record" | "serviceLevels"> & {
  /** what is told on that day */
  readonly findings: readonly Finding[];
};

/**
 * That a finding is told no longer, from when to when it was, and where its figure stands now.
 * @param finding as it was last told; `raisedAt` is the first day of it
 * @param lastTold the last date on which it was told
 */
export function endedWords(finding: Finding, lastTold: PlainDate, now: Now): string {
  const told =
    finding.raisedAt === lastTold
      ? `on ${dayWords(lastTold)}`
      : `from ${dayWords(finding.raisedAt)} to ${dayWords(lastTold)}`;
  const under = toldUnder(finding, now.findings);
  const elsewhere = under === null ? "" : ` The same figures are told under “${under}” now.`;
  const was = firstSentenceOf(finding.statement).replace(/\.$/, "");
  return `Told ${told} and no longer: “${was}”. ${figureNow(finding, now) ?? reasonOf(finding, now)}${elsewhere}`;
}

function reasonOf(finding: Finding, { asOf }: Now): string {
  return isEstimated(finding)
    ? `For ${keptWeeks} weeks the figures have not given it clearly enough.`
    : `By what is known on ${dayWords(asOf)} it is no longer so.`;
}

function figureNow(finding: Finding, now: Now): string | null {
  const { subject, evidence } = finding;
  if (subject.kind === "service-level") {
    // A forecast is answered by its own period, a miss by the latest that has ended.
    const own = finding.detector === "period-end-forecast" ? periodOf(evidence) : null;
    const [level] = now.serviceLevels
      .filter(({ id, complete, period }) => id === subject.id && (own === null ? complete : period.start === own.start))
      .toSorted((one, other) => other.period.end.localeCompare(one.period.end));
    return level === undefined ? null : levelWords(level, now);
  }
  const metric =
    "together" in evidence
      ? subject.id
      : subject.kind === "objective"
        ? Measured.safeParse(evidence).data?.metric
        : null;
  const reading = now.kpis.find(
    (kpi) => kpi.metric === metric && (subject.kind === "objective" || isSameSegment(kpi.segment, subject.segment)),
  );
  return reading === undefined ? null : kpiWords(reading, evidence, now.asOf);
}

const recentPeriods = 4;

/** `CSAT: 84.3 % (402 of 477) over the last 4 weeks, after 79.1 % when last told.` */
function kpiWords(reading: KpiReading, evidence: Finding["evidence"], asOf: PlainDate): string | null {
  const recent = stretchOf(measuredPoints(reading, asOf).slice(-recentPeriods), reading);
  if (recent === null) return null;
  const told = Moved.safeParse(evidence).data?.since.value ?? Stood.safeParse(evidence).data?.value;
  const was = told === undefined ? "" : `, after ${figureWords(told, reading.unit, reading.currency)} when last told`;
  return `${reading.title}: ${stretchWords(recent)} over the last ${periodsWords(recent.values.length, reading.every)}${was}.`;
}

const Moved = z.object({ since: z.object({ value: z.number() }) });
const Stood = z.object({ value: z.number() });
const Measured = z.object({ metric: z.string() });
const Periodic = z.object({ period: z.object({ start: z.string(), end: z.string() }) });

function periodOf(evidence: Finding["evidence"]) {
  return Periodic.safeParse(evidence).data?.period ?? null;
}

function levelWords(
  { id, period, complete, value, numerator, denominator, state, ...level }: ServiceLevelVerdict,
  now: Now,
) {
  const unit = level.unit ?? "share";
  const stretch = `${dayWords(period.start)} to ${dayWords(complete ? period.end : now.asOf)}`;
  const name = levelName(id, now);
  if (value === null) return `Service level ${name} cannot be told from ${stretch}.`;
  const counted = numerator === null ? "" : ` (${countWords(numerator)} of ${countWords(denominator)})`;
  return `Service level ${name} gave ${figureWords(value, unit)}${counted} from ${stretch}: ${complete ? "" : "so far "}${state.replace("-", " ")}.`;
}

function isSameSegment(one: KpiReading["segment"], other: KpiReading["segment"]): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
