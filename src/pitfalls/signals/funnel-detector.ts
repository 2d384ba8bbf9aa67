import type { KpiReading } from "../../assessment/verdict.ts";
import { addDays } from "../../values/time.ts";
import type { SignalInput } from "../signal-input.ts";
import { isWhole } from "./pitfall-figures.ts";
import { countWords, dayWords, figureWords } from "./plain-figures.ts";
import { saidFor } from "./said-for.ts";
import { type Detector, finding, nothingToJudge, type SignalReading, together } from "./signal-reading.ts";
import { meanOf } from "./stretch.ts";

const funnelDays = 91;
const fewestUnits = 3;
const fewestItems = 30;
const funnelLimit = 3;

/**
 * Teams, sites or shifts outside their funnel: a share over the last 13 weeks against all units together, in binomial
 * standard errors widened by the units' own overdispersion. Watch beyond 3, alarm when also so in the 13 weeks before.
 * @see Spiegelhalter 2005
 */
export const outsideFunnel: Detector = {
  id: "outside-funnel",
  mayClear: true,
  look: (input) => {
    const parts = input.kpis.filter(
      (reading) => !isWhole(reading) && reading.unit === "share" && reading.better !== null,
    );
    const families = [...new Set(parts.map(familyOf))].sort();
    return together(
      families.map((family) =>
        lookAtFamily(
          parts.filter((part) => familyOf(part) === family),
          input,
        ),
      ),
    );
  },
};

type Unit = { readonly reading: KpiReading; readonly numerator: number; readonly denominator: number };

function familyOf({ metric, segment }: KpiReading): string {
  return [metric, ...Object.keys(segment).sort()].join(" ");
}

function lookAtFamily(parts: readonly KpiReading[], { asOf }: SignalInput): SignalReading {
  const from = addDays(asOf, -funnelDays);
  const now = deviationsIn(unitsIn(parts, from, asOf));
  if (now === null) return nothingToJudge;
  const earlier = deviationsIn(unitsIn(parts, addDays(from, -funnelDays), from)) ?? { share: 0, units: [] };
  const isOutside = (reading: KpiReading, weeksBack: number) => {
    const to = addDays(asOf, -7 * weeksBack);
    const then = deviationsIn(unitsIn(parts, addDays(to, -funnelDays), to));
    return then?.units.some(({ unit, deviations }) => unit.reading === reading && deviations > funnelLimit) === true;
  };
  const findings = now.units.flatMap(({ unit, deviations }) => {
    if (deviations <= funnelLimit) return [];
    const weeks = saidFor(52, (back) => isOutside(unit.reading, back));
    const before = earlier.units.find(({ unit: { reading } }) => reading === unit.reading);
    const { reading, numerator, denominator } = unit;
    const names = Object.entries(reading.segment).map(([key, value]) => `${key} ${value}`);
    return finding({
      pitfall: "inconsistent-performance",
      detector: "outside-funnel",
      state: (before?.deviations ?? 0) > funnelLimit ? "alarm" : "watch",
      raisedAt: addDays(asOf, -7 * weeks),
      onset: null,
      subject: { kind: "metric", id: reading.metric, segment: reading.segment },
      statement: `${names.join(", ")} stands at ${figureWords(numerator / denominator, "share")} (${countWords(numerator)} of ${countWords(denominator)}) on ${reading.title} in the 13 weeks to ${dayWords(asOf)}, against ${figureWords(now.share, "share")} for all ${now.units.length} units: ${deviations.toFixed(1)} standard errors on the worse side, more than chance between units explains.`,
      evidence: {
        numerator,
        denominator,
        all: now.share,
        units: now.units.length,
        standardErrors: deviations,
        standardErrorsBefore: before?.deviations ?? null,
      },
    });
  });
  return { findings, judged: 1, blind: [] };
}

function unitsIn(parts: readonly KpiReading[], after: string, to: string): readonly Unit[] {
  return parts.flatMap((reading) => {
    const points = reading.points.filter(
      ({ period, numerator }) => period.start > after && period.end <= to && numerator !== null,
    );
    const denominator = points.reduce((sum, point) => sum + point.denominator, 0);
    const numerator = points.reduce((sum, point) => sum + (point.numerator ?? 0), 0);
    return denominator < fewestItems ? [] : [{ reading, numerator, denominator }];
  });
}

function deviationsIn(units: readonly Unit[]) {
  if (units.length < fewestUnits) return null;
  const share =
    units.reduce((sum, { numerator }) => sum + numerator, 0) /
    units.reduce((sum, { denominator }) => sum + denominator, 0);
  if (share <= 0 || share >= 1) return null;
  const raw = units.map((unit) => ({
    unit,
    z: (unit.numerator / unit.denominator - share) / Math.sqrt((share * (1 - share)) / unit.denominator),
  }));
  // The one unit judged must not widen its own limits: the others say how far units lie apart.
  const widened = raw.map(({ unit, z }) => {
    const others = raw.filter((other) => other.unit !== unit);
    const dispersion = Math.max(1, Math.sqrt(meanOf(others.map((other) => Math.min(9, other.z ** 2)))));
    return { unit, deviations: (unit.reading.better === "higher" ? -z : z) / dispersion };
  });
  return { share, units: widened };
}
