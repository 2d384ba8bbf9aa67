import type { PlainDate } from "../values/time.ts";

/** Something agreed that binds from a day on, and perhaps up to one. Without a first day it has always bound. */
export type Dated = {
  readonly effective_from?: PlainDate | undefined;
  readonly effective_until?: PlainDate | undefined;
};

/**
 * Of several versions, the one in force on a day: the latest to begin, unless it has ended. Null when none binds.
 * A period is judged by the version of its first day, so that a change never reaches back into a period begun.
 */
export function versionInForce<Version extends Dated>(versions: readonly Version[], on: PlainDate): Version | null {
  const begun = versions.filter((version) => beginning(version) <= on);
  const latest = begun.reduce<Version | null>(
    (best, version) => (best === null || beginning(version) >= beginning(best) ? version : best),
    null,
  );
  if (latest === null || (latest.effective_until !== undefined && latest.effective_until < on)) return null;
  return latest;
}

function beginning(version: Dated): PlainDate {
  return version.effective_from ?? "0000-01-01";
}
