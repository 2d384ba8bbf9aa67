import { isSaid } from "../../values/filler.ts";
import { addDays, daysBetween, type PlainDate } from "../../values/time.ts";
import type { Evidence } from "./evidence.ts";

/** Days that nothing of a kind covers. */
export type EvidenceGap = { readonly from: PlainDate; readonly to: PlainDate; readonly days: number };

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
  const stateOn = (day: PlainDate) => {
    if (reports.some(({ from: first, to }) => first <= day && day <= to)) return "covered";
    const isBridged = bridges.some(
      ({ from: first, to }) => first <= day && day <= to && followsReport(first, day, reports),
    );
    return isBridged ? "bridged" : "not-covered";
  };
  const days = Math.max(0, daysBetween(from, asOf) + 1);
  const states = Array.from({ length: days }, (_, at) => stateOn(addDays(from, at)));
  return {
    kind,
    today: held.length === 0 ? "absent" : stateOn(asOf),
    days,
    coveredDays: states.filter((state) => state === "covered").length,
    bridgedDays: states.filter((state) => state === "bridged").length,
    gaps: gapsOf(states, from),
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

function gapsOf(states: readonly string[], from: PlainDate): readonly EvidenceGap[] {
  const gaps: EvidenceGap[] = [];
  let begin: number | null = null;
  for (const [at, state] of [...states, "end"].entries()) {
    if (state === "not-covered") begin ??= at;
    else if (begin !== null) {
      gaps.push({ from: addDays(from, begin), to: addDays(from, at - 1), days: at - begin });
      begin = null;
    }
  }
  return gaps;
}
