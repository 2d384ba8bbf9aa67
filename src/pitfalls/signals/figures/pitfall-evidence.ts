import { type AlarmHeights, shareAlarmBudget } from "../../../early-warning/shift-evidence/alarm-budget.ts";
import { perYear } from "../../../values/cadence.ts";
import { everyPitfall, type PitfallId, pitfallIds } from "../../pitfall-definition.ts";
import type { SignalInput } from "../../signal-input.ts";
import { periodsWords } from "../plain-figures.ts";
import { fewestForSilence, type WeighedKpi, weighKpi } from "./kpi-stream.ts";
import { distinctKpis, figuresOf, isWhole, signOf } from "./pitfall-figures.ts";
import { type PitfallChange, tellChanges } from "./tell-changes.ts";

/** What the KPIs of one pitfall say together. */
export type PitfallEvidence = {
  /** how many KPIs could be weighed */
  readonly weighed: number;
  /** how many of them have enough behind them that their silence says something */
  readonly telling: number;
  /** why others could not be, one sentence each */
  readonly unreadable: readonly string[];
  readonly change: PitfallChange | null;
};

/** The part of what is known that figures speak of. */
export type FiguresOf = Pick<SignalInput, "record" | "asOf" | "kpis">;

/** All pitfalls' evidence, under one alarm budget. */
export type WeighedPitfalls = {
  readonly heights: AlarmHeights;
  readonly of: Readonly<Record<PitfallId, PitfallEvidence>>;
};

/**
 * Weighs every KPI once and pools them by pitfall. The budget is shared among the pitfalls that have a KPI to look at.
 * A figure that moved is told under the pitfall that fits all figures best; others that share it are watched at most,
 * unless what is left without the shared figures carries the alarm too.
 * @param untold pitfalls that ask for more than figures that move, and do not have it now: they take no figure from others
 */
export function weighPitfalls(input: FiguresOf, untold: readonly PitfallId[] = []): WeighedPitfalls {
  const { kpis, asOf, record } = input;
  const whole = new Set(kpis.filter(isWhole).map(({ metric }) => metric));
  const looked = kpis.filter((reading) => isWhole(reading) || !whole.has(reading.metric));
  const weighed = looked.map((reading) => weighKpi(reading, asOf));
  const distinct = distinctKpis(weighed);
  const figures = new Map(pitfallIds.map((id) => [id, figuresOf(id, distinct, record)]));
  const lookers = [...figures.values()].filter(({ length }) => length > 0).length;
  const heights = shareAlarmBudget(52.1775 / perYear(record.alarm_budget), lookers);
  const candidates = pitfallIds.filter((id) => !untold.includes(id));
  const changes = tellChanges(
    candidates.map((id) => ({ id, figures: figures.get(id) ?? [] })),
    heights,
    asOf,
  );
  const of = everyPitfall((id) => ({
    weighed: figures.get(id)?.length ?? 0,
    telling: (figures.get(id) ?? []).filter(({ weighed: each }) => !isShort(each)).length,
    unreadable: weighed.flatMap((each) => {
      const because = whySilent(each);
      return because !== null && signOf(id, each.reading, record) !== null ? [because] : [];
    }),
    change: changes.get(id) ?? null,
  }));
  return { heights, of };
}

type Weighed = Extract<WeighedKpi, { kind: "weighed" }>;

function isShort({ reading: { every }, points }: Weighed): boolean {
  return points.length < fewestForSilence[every];
}

/** Why a KPI's silence says nothing; null where it does say something. */
function whySilent(kpi: WeighedKpi): string | null {
  if (kpi.kind === "unreadable") return kpi.because;
  const { title, every } = kpi.reading;
  const [have, need] = [periodsWords(kpi.points.length, every), fewestForSilence[every]];
  return isShort(kpi) ? `${title}: only ${have} measured; that nothing is told means something from ${need} on` : null;
}
