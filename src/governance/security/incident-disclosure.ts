import type { WrittenDuration } from "../../values/duration.ts";
import type { Side } from "../../values/side.ts";
import type { EpochSeconds } from "../../values/time.ts";

/** A row of `incidents`, its stamps as epoch seconds. */
export type IncidentRow = {
  readonly incident_id: string;
  readonly kind: "security" | "privacy" | "outage" | "process";
  readonly occurred_at: EpochSeconds;
  readonly detected_at?: EpochSeconds | null;
  readonly disclosed_at?: EpochSeconds | null;
  readonly detected_by_side?: Side | null;
};

/** How soon one incident was told. */
export type Disclosure = {
  readonly incident: string;
  /** `found-by-client`: nobody had to tell; `unknown`: the limit or its calendar is not agreed */
  readonly state: "in-time" | "late" | "not-told" | "still-in-time" | "found-by-client" | "unknown";
  /** from detection, or from the incident itself where that has no stamp, to being told or to now */
  readonly seconds: number;
  readonly limitSeconds: number | null;
  readonly countedFrom: "detected" | "occurred";
};

/**
 * Judges each incident that was known by `now` against the time agreed for telling it; a limit in business days
 * needs `deadline`, since only a calendar knows how long one is from a given moment.
 */
export function judgeDisclosures(
  incidents: readonly IncidentRow[],
  {
    limit,
    now,
    deadline,
  }: {
    limit: WrittenDuration | undefined;
    now: EpochSeconds;
    deadline?: (from: EpochSeconds, limit: WrittenDuration) => EpochSeconds;
  },
): readonly Disclosure[] {
  return incidents
    .filter(({ occurred_at: occurred }) => occurred <= now)
    .map((incident) => {
      const {
        incident_id: id,
        occurred_at: occurred,
        detected_at: detected = null,
        disclosed_at: told = null,
      } = incident;
      const isDetected = detected !== null && detected >= occurred;
      const from = isDetected ? detected : occurred;
      const isTold = told !== null && told <= now;
      const seconds = (isTold ? told : now) - from;
      const limitSeconds = limitOf(limit, from, deadline);
      const common = {
        incident: id,
        seconds,
        limitSeconds,
        countedFrom: isDetected ? "detected" : "occurred",
      } as const;
      if (incident.detected_by_side === "client") return { ...common, state: "found-by-client" };
      if (limitSeconds === null) return { ...common, state: "unknown" };
      if (isTold) return { ...common, state: seconds <= limitSeconds ? "in-time" : "late" };
      return { ...common, state: seconds <= limitSeconds ? "still-in-time" : "not-told" };
    });
}

function limitOf(
  limit: WrittenDuration | undefined,
  from: EpochSeconds,
  deadline: ((from: EpochSeconds, limit: WrittenDuration) => EpochSeconds) | undefined,
): number | null {
  if (limit === undefined) return null;
  if (limit.kind === "seconds") return limit.seconds;
  return deadline === undefined ? null : deadline(from, limit) - from;
}
