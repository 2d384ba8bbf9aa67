import type { PeriodLength } from "../../metrics/measure.ts";
import { nextPeriod, periodStart } from "../../metrics/period.ts";
import type { PathProblem } from "../../values/problem.ts";
import type { PlainDate } from "../../values/time.ts";
import type { PartnershipRecord } from "./partnership-record.ts";

/**
 * Versions of service levels and metrics that begin inside a period. No mistake, and easily a surprise: a period is judged by
 * what was in force on its first day, so the new version waits for the next one.
 */
export function versionNotices(record: PartnershipRecord): readonly PathProblem[] {
  return [...levelNotices(record), ...metricNotices(record)];
}

function levelNotices({ service_levels: levels }: PartnershipRecord): readonly PathProblem[] {
  return levels.flatMap(({ id, every, effective_from: from }, at): readonly PathProblem[] => {
    if (from === undefined || periodStart(from, every) === from) return [];
    const isFirst = !levels.some((other) => other.id === id && (other.effective_from ?? "") < from);
    const before = isFirst ? "nothing judges the days before" : "until then the version before it holds";
    return [notice(["service_levels", at, "effective_from"], id, { from, every, before })];
  });
}

function metricNotices({ metrics, service_levels: levels }: PartnershipRecord): readonly PathProblem[] {
  return Object.entries(metrics).flatMap(([id, versions]) =>
    versions.flatMap((version, at): readonly PathProblem[] => {
      const from = version.effective_from;
      const isFirst = !versions.some((other) => (other.effective_from ?? "") < (from ?? ""));
      // The first version measures everything that came before it too.
      if (from === undefined || isFirst) return [];
      const lengths = new Set(levels.filter(({ metric }) => metric === id).map(({ every }) => every));
      const every = [...lengths].find((length) => periodStart(from, length) !== from);
      const path = versions.length === 1 ? ["metrics", id, "effective_from"] : ["metrics", id, at, "effective_from"];
      return every === undefined
        ? []
        : [notice(path, id, { from, every, before: "until then the definition before it holds" })];
    }),
  );
}

function notice(
  path: PathProblem["path"],
  id: string,
  { from, every, before }: { readonly from: PlainDate; readonly every: PeriodLength; readonly before: string },
): PathProblem {
  const next = nextPeriod(periodStart(from, every), every);
  return {
    code: "begins-inside-a-period",
    path,
    message: `${id} changes on ${from}, inside a ${every}: it judges from ${next} on, and ${before}`,
    hint: `begin it on ${periodStart(from, every)} or on ${next}, the first day of a ${every}, if that is what was agreed`,
  };
}
