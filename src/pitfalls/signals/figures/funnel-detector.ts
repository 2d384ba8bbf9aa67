import type { KpiReading } from "../../../assessment/verdict.ts";
import { shareDeviations } from "../../../early-warning/funnel.ts";
import { addDays } from "../../../values/time.ts";
import type { SignalInput } from "../../signal-input.ts";
import { dayWords, distanceWords, figureWords, shareWords } from "../plain-figures.ts";
import { saidFor } from "../said-for.ts";
import { blindTo, type Detector, finding, nothingToJudge, type SignalReading, together } from "../signal-reading.ts";
import { isWhole } from "./pitfall-figures.ts";

const funnelDays = 91;
const fewestItems = 30;
const fewestUnits = 3;

/**
 * Teams, sites or shifts outside their funnel, on the worse side: a share over the last 13 weeks against all units
 * together. Watch, and alarm when it was so in the 13 weeks before as well.
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

function familyOf({ metric, segment }: KpiReading): string {
  return [metric, ...Object.keys(segment).sort()].join(" ");
}

function lookAtFamily(parts: readonly KpiReading[], { asOf }: SignalInput): SignalReading {
  const now = standingAt(parts, asOf);
  if (now === null) return tooFewUnits(parts, asOf);
  const earlier = standingAt(parts, addDays(asOf, -funnelDays));
  const findings = now.units.flatMap(({ reading, count, of, worse, isWorse }) => {
    if (!isWorse) return [];
    const isWorseBefore = (back: number) => unitOf(standingAt(parts, addDays(asOf, -7 * back)), reading)?.isWorse;
    const weeks = saidFor(52, (back) => isWorseBefore(back) === true);
    const before = unitOf(earlier, reading);
    return finding({
      pitfall: "inconsistent-performance",
      detector: "outside-funnel",
      state: before?.isWorse === true ? "alarm" : "watch",
      raisedAt: addDays(asOf, -7 * weeks),
      onset: null,
      subject: { kind: "metric", id: reading.metric, segment: reading.segment },
      statement: `${unitWords(reading)} stands at ${shareWords(count, of)} on ${reading.title} in the 13 weeks to ${dayWords(asOf)}, against ${figureWords(now.share, "share")} for all ${now.units.length} units: ${worse.toFixed(1)} standard errors on the worse side, more than chance between units explains.`,
      evidence: {
        numerator: count,
        denominator: of,
        all: now.share,
        units: now.units.length,
        standardErrors: worse,
        standardErrorsBefore: before?.worse ?? null,
      },
    });
  });
  return { findings, judged: 1, blind: [], within: () => withinWords(parts, asOf) };
}

/** One or two units tell nothing of how like units differ: that is said, since a reader looks for them here. */
function tooFewUnits(parts: readonly KpiReading[], asOf: string): SignalReading {
  const counted = parts.flatMap((reading) => countedIn(reading, addDays(asOf, -funnelDays), asOf));
  const [first] = counted;
  if (first === undefined || counted.length >= fewestUnits) return nothingToJudge;
  const by = Object.keys(first.reading.segment).join(" and ");
  return blindTo(
    `${first.reading.title} by ${by}: only ${counted.length} with ${fewestItems} items or more, ${fewestUnits} needed to tell a difference from chance.`,
    [],
  );
}

/** `a team 6.2 points or more below all on First answer, in the 13 weeks looked at`: what would have been told of every unit. */
function withinWords(parts: readonly KpiReading[], asOf: string): readonly string[] {
  const counted = parts.flatMap((reading) => countedIn(reading, addDays(asOf, -funnelDays), asOf));
  const [first] = counted;
  const gaps = counted.map((unit) => leastTold(unit, counted));
  if (first === undefined || gaps.some((gap) => gap === null)) return [];
  const size = distanceWords(Math.max(...gaps.flatMap((gap) => gap ?? [])), "share");
  const side = first.reading.better === "higher" ? "below" : "above";
  const unit = Object.keys(first.reading.segment).join(" and ");
  return [`a ${unit} ${size} or more ${side} all on ${first.reading.title}, in the 13 weeks looked at`];
}

type CountedUnit = ReturnType<typeof countedIn>[number];

/** How far from all a unit would have to stand to be told, by halving; null where even the worst that can be is not told. */
function leastTold(unit: CountedUnit, all: readonly CountedUnit[]): number | null {
  const worst = unit.reading.better === "higher" ? 0 : unit.of;
  const at = (part: number) => {
    const count = Math.round(unit.count + part * (worst - unit.count));
    const funnel = shareDeviations(all.map((other) => (other === unit ? { ...unit, count } : other)));
    if (funnel.kind !== "deviations") return null;
    const told = funnel.units[all.indexOf(unit)]?.isOutside === true;
    return { told, gap: Math.abs(count / unit.of - funnel.centre) };
  };
  if (at(1)?.told !== true) return null;
  let [low, high] = [0, 1];
  for (let step = 0; step < 10; step += 1) {
    const middle = (low + high) / 2;
    if (at(middle)?.told === true) high = middle;
    else low = middle;
  }
  return at(high)?.gap ?? null;
}

/** A team, site or shift in the 13 weeks to a day; `worse` is in standard errors on the side that is not wanted. */
type StandingUnit = {
  readonly reading: KpiReading;
  readonly count: number;
  readonly of: number;
  readonly worse: number;
  readonly isWorse: boolean;
};
type Standing = { readonly share: number; readonly units: readonly StandingUnit[] };

/** How the units of one family stand in the 13 weeks to a day; null where too few can be compared. */
function standingAt(parts: readonly KpiReading[], to: string): Standing | null {
  const counted = parts.flatMap((reading) => countedIn(reading, addDays(to, -funnelDays), to));
  const funnel = shareDeviations(counted);
  if (funnel.kind !== "deviations") return null;
  const units = counted.flatMap(({ reading, count, of }, at) => {
    const unit = funnel.units[at];
    if (unit === undefined) return [];
    const worse = reading.better === "higher" ? -unit.deviations : unit.deviations;
    return { reading, count, of, worse, isWorse: unit.isOutside && worse > 0 };
  });
  return { share: funnel.centre, units };
}

function unitOf(standing: Standing | null, reading: KpiReading): StandingUnit | undefined {
  return standing?.units.find((unit) => unit.reading === reading);
}

/** What was counted of a unit; nothing where it has too few items to be compared. */
function countedIn(reading: KpiReading, after: string, to: string) {
  const points = reading.points.filter(
    ({ period, numerator }) => period.start > after && period.end <= to && numerator !== null,
  );
  const of = points.reduce((sum, point) => sum + point.denominator, 0);
  const count = points.reduce((sum, point) => sum + (point.numerator ?? 0), 0);
  return of < fewestItems ? [] : [{ id: unitWords(reading), reading, count, of }];
}

function unitWords({ segment }: KpiReading): string {
  return Object.entries(segment)
    .map(([key, value]) => `${key} ${value}`)
    .join(", ");
}
