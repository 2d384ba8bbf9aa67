import type { KpiReading } from "../../../assessment/verdict.ts";
import { metricInForce } from "../../../governance/partnership/record-reading.ts";
import { daysBetween } from "../../../values/time.ts";
import { pitfallCatalogue } from "../../pitfall-catalogue.ts";
import { PitfallId } from "../../pitfall-definition.ts";
import type { LookInput, SignalInput } from "../../signal-input.ts";
import { oddsWords } from "../odds-words.ts";
import { dayWords, distanceWords, figureWords, periodStartWords, periodsWords } from "../plain-figures.ts";
import { type Detector, finding, type SignalReading } from "../signal-reading.ts";
import { sameChangeDays } from "./figure-change.ts";
import { comparedWith, type MovedKpi } from "./moved-kpis.ts";
import { spokenFor } from "./pitfall-figures.ts";
import { stretchWords } from "./stretch.ts";
import type { PitfallChange } from "./tell-changes.ts";

/** Pitfalls that KPIs alone show whole; of the others they are one sign among several, and their silence clears nothing. */
const shownWhole: readonly PitfallId[] = [
  "quality-decline",
  "poor-customer-feedback",
  "missed-deadlines",
  "high-turnover",
  "communication-breakdown",
];
/** Told by a detector of their own, which asks for more than figures that move. */
const toldElsewhere: readonly PitfallId[] = ["hollow-kpis"];

/** The detector of figures that turn worse. */
export const worseningId = "worsening";

/** Looks at all KPIs that the pitfall moves, together: have they changed for the worse? */
export function worseningKpiDetector(pitfall: PitfallId): Detector {
  return {
    id: worseningId,
    mayClear: shownWhole.includes(pitfall),
    look: (input) => {
      const { telling, unreadable, change } = input.weighed.of[pitfall];
      const blind = unreadable.map((because) => ({ because: `${because}.`, opensWith: eyesOf(pitfall) }));
      const isTold = change !== null && change.speaksMoreFor === null && !toldElsewhere.includes(pitfall);
      return { judged: telling, blind, findings: isTold ? [changeFinding(pitfall, "worsening", change, input)] : [] };
    },
  };
}

/** What every finding on KPIs that moved together is called, whichever of them leads. */
const together = "kpis";

/** The id of the finding that tells a pitfall's change. */
export function changeFindingId(pitfall: PitfallId): string {
  return [pitfall, pitfall === "hollow-kpis" ? "green-while-outcomes-worsen" : "worsening", together].join("/");
}

/** One change of several KPIs as a finding; `first` opens the statement. */
export function changeFinding(
  pitfall: PitfallId,
  detector: string,
  change: PitfallChange,
  input: LookInput,
  {
    first = "",
    state = change.state,
    evidence = {},
  }: { first?: string; state?: PitfallChange["state"]; evidence?: object } = {},
): SignalReading["findings"][number] {
  const [leading, ...others] = change.moved;
  if (leading === undefined) throw new Error(`${pitfall}: a change of no KPI was told`);
  const { weeks, onset, earliest, latest, moved } = change;
  const { heights, of } = input.weighed;
  const alsoFits = PitfallId.options.filter((id) => of[id].change?.speaksMoreFor === pitfall);
  const datedElsewhere = otherOnsets(pitfall, change, of);
  const nameOdds = change.nameOdds.map(({ pitfall, chance }) => ({ pitfall, chance: Number(chance.toFixed(2)) }));
  return finding({
    pitfall,
    detector,
    state,
    raisedAt: input.asOf,
    onset,
    subject: { kind: "metric", id: leading.reading.metric, segment: leading.reading.segment },
    named: together,
    statement: [
      `${first}${movedWords(leading, onset)}`,
      others.length === 0 ? "" : ` With it: ${others.map((each) => companyWords(each)).join("; ")}.`,
      ` ${beganWords(earliest, latest, leading.reading.every)}`,
      ...datedElsewhere.map(
        ({ id, onset: other }) =>
          ` “${pitfallCatalogue[id].name}” dates the same change from ${dayWords(other)}: each pitfall dates it by all the figures that it weighs together.`,
      ),
      ` ${oddsWords(weeks)}`,
      nameWords(pitfall, change.nameOdds),
    ].join(""),
    evidence: {
      ...evidence,
      ...workingOf(leading),
      together: moved.map((each) => ({
        metric: each.reading.metric,
        segment: each.reading.segment,
        ...workingOf(each),
      })),
      onsetBetween: [earliest, latest],
      ...(datedElsewhere.length === 0 ? {} : { datedElsewhere }),
      chance: { onceInWeeks: Math.min(Math.round(weeks), 1e9), alarmAt: heights.alarm, watchAt: heights.watch },
      ...(alsoFits.length === 0 ? {} : { alsoFits }),
      ...(nameOdds.length < 2 ? {} : { nameOdds }),
    },
  });
}

/** Days apart that are one date for a figure of such periods. */
const sameDateDays = { day: 0, week: 0, month: 31, quarter: 92 } as const;

/**
 * Other pitfalls that tell the leading figure's change from another day: each pitfall dates it by all of its own figures
 * together, so that one figure can have two dates, and a reader of both has to be told why.
 */
function otherOnsets(
  pitfall: PitfallId,
  { moved: [leading], onset }: PitfallChange,
  of: LookInput["weighed"]["of"],
): readonly { readonly id: PitfallId; readonly onset: string }[] {
  return PitfallId.options.flatMap((id) => {
    const other = of[id].change;
    if (leading === undefined || id === pitfall || other === null || other.speaksMoreFor !== null) return [];
    const days = Math.abs(daysBetween(other.onset, onset));
    const isSame = other.moved.some(({ reading }) => reading === leading.reading) && days <= sameChangeDays;
    return isSame && days > sameDateDays[leading.reading.every] ? [{ id, onset: other.onset }] : [];
  });
}

/** The pitfalls of which this metric, turning worse, is the clearest sign, or which the record itself names for it. */
export function pitfallsShownBy(metric: string, { kpis, record, asOf }: SignalInput): readonly PitfallId[] {
  const named = record.metrics[metric] === undefined ? [] : (metricInForce(record, metric, asOf)?.watch_for ?? []);
  const reading = kpis.find((each) => each.metric === metric);
  const clearest = reading === undefined ? null : spokenFor(reading, record);
  const known = [...named, ...(clearest === null ? [] : [clearest])].flatMap(
    (id) => PitfallId.safeParse(id).data ?? [],
  );
  return [...new Set(known)];
}

/** The files that let a pitfall be seen, but for the record itself. */
export function eyesOf(pitfall: PitfallId): readonly string[] {
  return pitfallCatalogue[pitfall].eyes.map(({ file }) => file).filter((file) => file !== "partnership.yaml");
}

/** `CSAT fell from 86.0 % (412 of 479) in the 20 weeks before 6 April 2026 to 79.1 % (310 of 392) in the 12 weeks since.` */
function movedWords(moved: MovedKpi, onset: string): string {
  const { reading, before, since, sameSeason } = moved;
  const { every, target, unit, currency } = reading;
  const goal = target === null ? "" : ` The target is ${figureWords(target, unit, currency)}.`;
  const compared = comparedWith(moved);
  const [start, lasting] = [periodStartWords(onset, every), periodsWords(since.values.length, every)];
  const [earlier, now] =
    compared === before
      ? [`in the ${periodsWords(before.values.length, every)} before ${start}`, `in the ${lasting} since`]
      : [
          `in the same ${lasting} of the ${yearsWords(sameSeason?.years ?? 1)} before`,
          `in the ${lasting} since ${start}`,
        ];
  return `${nameOf(reading)} ${verbOf(compared.value, since.value)} from ${stretchWords(compared)} ${earlier} to ${stretchWords(since)} ${now}, ${distanceWords(since.value - compared.value, unit, currency)} ${since.value < compared.value ? "lower" : "higher"}.${seasonWords(moved)}${goal}`;
}

/** What the same months were a year before: a season returns, a change does not. */
function seasonWords({ reading: { every }, sameSeason, since }: MovedKpi): string {
  const same = `the same ${periodsWords(since.values.length, every)}`;
  if (sameSeason !== null) {
    const { isPlain, years, yearEarlier } = sameSeason;
    return isPlain && years === 1 ? "" : ` A year before, ${same} gave ${stretchWords(yearEarlier)}.`;
  }
  if (every === "day" || every === "week") return "";
  return ` T${same.slice(1)} of the year before were not measured, so that a season would look alike.`;
}

function yearsWords(years: number): string {
  return years === 1 ? "year" : `${years} years`;
}

function beganWords(earliest: string, latest: string, every: KpiReading["every"]): string {
  const [from, to] = [periodStartWords(earliest, every), periodStartWords(latest, every)];
  if (from !== to) return `It began between ${from} and ${to} (four chances in five).`;
  const by = every === "week" ? `in the week of ${from}` : every === "day" ? `on ${from}` : `with ${from}`;
  return `It began ${by} (four chances in five or more).`;
}

function companyWords(moved: MovedKpi): string {
  const { reading, since } = moved;
  const compared = comparedWith(moved);
  return `${nameOf(reading)} ${verbOf(compared.value, since.value)} from ${stretchWords(compared)} to ${stretchWords(since)}`;
}

/** Names with a smaller chance are left to the evidence. */
const leastChance = 0.05;

/** `Of the pitfalls that these figures fit, this one has about 65 chances in 100; Price over quality 30.` */
function nameWords(pitfall: PitfallId, odds: PitfallChange["nameOdds"]): string {
  const inHundred = (chance: number) => Math.min(95, Math.max(5, 5 * Math.round(20 * chance)));
  const others = odds.filter((each) => each.pitfall !== pitfall && each.chance >= leastChance);
  const own = odds.find((each) => each.pitfall === pitfall);
  if (own === undefined || others.length === 0) return "";
  const rest = others.map((each) => `${pitfallCatalogue[each.pitfall].name} ${inHundred(each.chance)}`);
  return ` Of the pitfalls that these figures fit, this one has about ${inHundred(own.chance)} chances in 100, ${rest.join(", ")}.`;
}

function nameOf({ title, segment }: KpiReading): string {
  return `${title}${Object.entries(segment)
    .map(([key, value]) => ` (${key} ${value})`)
    .join("")}`;
}

function verbOf(before: number, since: number): string {
  return since === before ? "stayed" : since < before ? "fell" : "rose";
}

/** The numbers from which the statement can be recomputed. */
function workingOf({ reading, before, since, sameSeason, logFactor }: MovedKpi) {
  const figures = ({ value, numerator, denominator, values }: MovedKpi["before"]) => ({
    ...{ value, numerator, denominator, periods: values.length, values },
  });
  return {
    unit: reading.unit,
    every: reading.every,
    before: figures(before),
    since: figures(since),
    ...(sameSeason === null ? {} : { yearEarlier: figures(sameSeason.yearEarlier) }),
    ...(sameSeason?.isPlain === true ? { sameSeason: figures(sameSeason.whole) } : {}),
    target: reading.target,
    timesLikelierChanged: Number(Math.exp(Math.min(logFactor, 20)).toPrecision(3)),
  };
}
