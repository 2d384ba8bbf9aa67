import { isSaid } from "../../values/filler.ts";
import { addDays, daysBetween, type PlainDate } from "../../values/time.ts";
import type { Evidence } from "./evidence.ts";

/** Days that nothing of a kind covers. */
export type EvidenceGap = { readonly from: PlainDate; readonly to: PlainDate; readonly days: number };

/** Days of one state that follow each other. */
export type EvidenceStretch = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly state: "covered" | "bridged" | "not-covered";
};

/** What papers of one kind show about a stretch of time. */
export type EvidenceCoverage = {
  readonly kind: Evidence["kind"];
  /** `bridged`: only a bridge letter speaks of today */
  readonly today: "covered" | "bridged" | "not-covered" | "absent";
  /** days of the stretch, and how many a report and how many only a bridge letter speaks of */
  readonly days: number;
  readonly coveredDays: number;
  readonly bridgedDays: number;
  readonly gaps: readonly EvidenceGap[];
  /** all of the days, gaps among them, earliest first */
  readonly stretches: readonly EvidenceStretch[];
  /** last day that a report covers; null when none says */
  readonly until: PlainDate | null;
  /** ids of papers that count for nothing, and why */
  readonly setAside: readonly { readonly id: string; readonly because: string }[];
};

/** A bridge letter speaks for at most a quarter after the report: beyond it nobody has looked. */
const bridgeHoldsDays = 92;

/** The kinds that are asked of whoever handles customers' data. */
export const usualEvidence = ["iso-27001", "soc-2", "pci-dss", "privacy"] as const;

/**
 * Which days from `from` to `asOf` the provider's papers of a kind cover: by the period that they speak of, not by the day of
 * issue. What was issued after `asOf` was not there; a bridge letter counts only right after a report.
 */
export function evidenceCoverage(
  evidence: readonly Evidence[],
  kind: Evidence["kind"],
  { from, asOf }: { from: PlainDate; asOf: PlainDate },
): EvidenceCoverage {
  const held = evidence.filter((one) => one.of === "provider" && one.kind === kind);
  const judged = held.map((one) => ({ ...one, because: whyNot(one, asOf) }));
  const good = judged.filter(({ because }) => because === null);
  const reports = good.flatMap(({ covers, bridge }) => (covers === undefined || bridge === true ? [] : [covers]));
  const bridges = good.flatMap(({ covers, bridge }) => (covers === undefined || bridge !== true ? [] : [covers]));
  const stateOn = (day: PlainDate): EvidenceStretch["state"] => {
    if (reports.some(({ from: first, to }) => first <= day && day <= to)) return "covered";
    const isBridged = bridges.some(
      ({ from: first, to }) => first <= day && day <= to && followsReport(first, day, reports),
    );
    return isBridged ? "bridged" : "not-covered";
  };
  const days = Math.max(0, daysBetween(from, asOf) + 1);
  const states = Array.from({ length: days }, (_, at) => stateOn(addDays(from, at)));
  const stretches = stretchesOf(states, from);
  return {
    kind,
    today: held.length === 0 ? "absent" : stateOn(asOf),
    days,
    coveredDays: states.filter((state) => state === "covered").length,
    bridgedDays: states.filter((state) => state === "bridged").length,
    gaps: stretches
      .filter(({ state }) => state === "not-covered")
      .map(({ from: first, to }) => ({ from: first, to, days: daysBetween(first, to) + 1 })),
    stretches,
    until:
      reports
        .map(({ to }) => to)
        .sort()
        .at(-1) ?? null,
    setAside: judged.flatMap(({ id, because }) => (because === null ? [] : [{ id, because }])),
  };
}

function whyNot({ covers, scope, issued_on: issued }: Evidence, asOf: PlainDate): string | null {
  if (covers === undefined) return "does not say which period it covers";
  if (issued !== undefined && issued > asOf) return `was issued only on ${issued}`;
  return isSaid(scope, 2) ? null : "does not say what it covers";
}

function followsReport(first: PlainDate, day: PlainDate, reports: readonly { readonly to: PlainDate }[]): boolean {
  return reports.some(({ to }) => first <= addDays(to, 1) && to < day && daysBetween(to, day) <= bridgeHoldsDays);
}

function stretchesOf(states: readonly EvidenceStretch["state"][], from: PlainDate): readonly EvidenceStretch[] {
  const begins = states.flatMap((state, at) => (state === states[at - 1] ? [] : [{ state, at }]));
  return begins.map(({ state, at }, index) => ({
    from: addDays(from, at),
    to: addDays(from, (begins[index + 1]?.at ?? states.length) - 1),
    state,
  }));
}
