import type { ServiceLevelVerdict } from "../../../assessment/verdict.ts";
import { metricInForce } from "../../../governance/partnership/record-reading.ts";
import { roleOf } from "../../../metrics/metric-role.ts";
import { ordinal } from "../../../values/ordinal.ts";
import type { PitfallId } from "../../pitfall-definition.ts";
import type { SignalInput } from "../../signal-input.ts";
import { pitfallOfRole } from "../../signatures.ts";
import { eyesOf, pitfallsShownBy } from "../figures/worsening-kpi-detector.ts";
import { countWords, figureWords, spanWords } from "../plain-figures.ts";
import { type Detector, finding, type SignalReading, together } from "../signal-reading.ts";

/** Looks at the service levels whose metric speaks to the pitfall: is the latest complete period missed? */
export function missedLevelDetector(pitfall: PitfallId): Detector {
  return {
    id: "service-level-missed",
    mayClear: true,
    look: (input) =>
      together(
        [...levelsById(input)]
          .filter(([, [latest]]) => latest !== undefined && pitfallsOfLevel(latest, input).includes(pitfall))
          .map(([, periods]) => lookAtLevel(pitfall, periods, input)),
      ),
  };
}

/** Complete periods of each service level that have ended by the date of asking, latest first. */
export function levelsById({ serviceLevels, asOf }: SignalInput): ReadonlyMap<string, readonly ServiceLevelVerdict[]> {
  const ended = serviceLevels.filter(({ complete, period }) => complete && period.end <= asOf);
  const latestFirst = [...ended].sort((one, other) => other.period.end.localeCompare(one.period.end));
  const ids = [...new Set(latestFirst.map(({ id }) => id))].sort();
  return new Map(ids.map((id) => [id, latestFirst.filter((level) => level.id === id)]));
}

/** The pitfalls that a level's metric shows, else the one that fits the side of the work that it is about. */
export function pitfallsOfLevel({ metric }: ServiceLevelVerdict, input: SignalInput): readonly PitfallId[] {
  const shown = pitfallsShownBy(metric, input);
  if (shown.length > 0) return shown;
  const role = roleOf(metricInForce(input.record, metric, input.asOf));
  return [(role === null ? undefined : pitfallOfRole[role]) ?? "inconsistent-performance"];
}

/** Missed once is watch; below the minimum, or missed twice running, is alarm. Unknown periods end no run. */
function lookAtLevel(pitfall: PitfallId, periods: readonly ServiceLevelVerdict[], input: SignalInput): SignalReading {
  const [latest] = periods;
  if (latest === undefined) return { findings: [], judged: 0, blind: [] };
  if (latest.state === "unknown") {
    const because = `Service level ${latest.id}, ${spanWords(latest.period)}: ${latest.unknownBecause ?? "unknown"}.`;
    return { findings: [], judged: 0, blind: [{ because, opensWith: eyesOf(pitfall) }] };
  }
  const known = periods.filter(({ state }) => state !== "unknown");
  const firstMet = known.findIndex(({ state }) => state === "met");
  const missed = firstMet < 0 ? known : known.slice(0, firstMet);
  const first = missed.at(-1);
  if (first === undefined) return { findings: [], judged: 1, blind: [] };
  const isAlarm = latest.state === "below-minimum" || missed.length >= 2;
  return {
    judged: 1,
    blind: [],
    findings: [
      finding({
        pitfall,
        detector: "service-level-missed",
        state: isAlarm ? "alarm" : "watch",
        raisedAt: first.period.end,
        onset: first.period.start,
        subject: { kind: "service-level", id: latest.id, segment: {} },
        statement: missedWords(latest, levelName(latest.id, input), missed.length),
        evidence: {
          metric: latest.metric,
          missedInARow: missed.length,
          periods: missed.map(({ period, value, numerator, denominator, state }) => ({
            ...{ period, value, numerator, denominator, state },
          })),
          target: latest.target,
          minimum: latest.minimum,
          failing: latest.failing,
        },
      }),
    ],
  };
}

/** What the record calls a service level, and its id where it has no title. */
export function levelName(id: string, { record }: Pick<SignalInput, "record">): string {
  return record.service_levels.findLast((level) => level.id === id)?.title ?? id;
}

function missedWords(latest: ServiceLevelVerdict, name: string, running: number): string {
  const { period, value, numerator, denominator, target, minimum, state, clause } = latest;
  const figure = (level: number) => (numerator !== null && target <= 1 ? figureWords(level, "share") : String(level));
  const working =
    numerator === null || target > 1
      ? `${countWords(denominator)} records`
      : `${countWords(numerator)} of ${countWords(denominator)}`;
  const where = clause === null ? "" : ` (${clause})`;
  const reached = value === null ? "no figure" : `${figure(value)} (${working})`;
  const floor = state === "below-minimum" && minimum !== null ? `, and below its minimum of ${figure(minimum)}` : "";
  const row = running > 1 ? ` It is the ${ordinal(running)} period missed in a row.` : "";
  return `Service level ${name}${where} was missed in ${spanWords(period)}: ${reached} against a target of ${figure(target)}${floor}.${row}`;
}
