import { daysBetween, type PlainDate } from "../../values/time.ts";

/** A row of `access_grants`; `revoked_on` is the last day that counts. */
export type AccessGrant = {
  readonly agent: string;
  readonly system: string;
  readonly granted_on: PlainDate;
  readonly revoked_on?: PlainDate | null;
};

/** Somebody on the roster; `left_on` is the last day. */
export type AccessHolder = { readonly agent: string; readonly left_on?: PlainDate | null };

/** Access that somebody has or had who should not. */
export type AccessFinding = {
  readonly kind: "leaver-has-access" | "removed-late" | "granted-after-leaving" | "nobody-on-the-roster";
  readonly agent: string;
  readonly system: string;
  readonly since: PlainDate;
  /** days of access after the last day at work, beyond what was agreed for a removal */
  readonly daysTooLong: number | null;
};

export type AccessReview = {
  readonly grants: number;
  readonly open: number;
  /** those who still have access first, longest first */
  readonly findings: readonly AccessFinding[];
  readonly working: string;
};

/**
 * Compares who has access with who is there, on a day and with what was known then.
 * @param daysToRemove days after the last day at work that were agreed for removing access, by system; 0 where nothing was
 */
export function reviewAccess(
  grants: readonly AccessGrant[],
  roster: readonly AccessHolder[],
  { asOf, daysToRemove = () => 0 }: { asOf: PlainDate; daysToRemove?: (system: string) => number },
): AccessReview {
  const known = grants.filter(({ granted_on: granted }) => granted <= asOf);
  const holders = new Map(roster.map((one) => [one.agent, one]));
  const findings = known.flatMap((grant) =>
    findingOf(grant, holders.get(grant.agent), asOf, daysToRemove(grant.system)),
  );
  const still = findings.filter(({ kind }) => kind !== "removed-late");
  const open = known.filter((grant) => isOpen(grant, asOf)).length;
  return {
    grants: known.length,
    open,
    findings: [...findings].sort(
      (one, other) => orderOf(one) - orderOf(other) || (other.daysTooLong ?? 0) - (one.daysTooLong ?? 0),
    ),
    working: `${open} of ${known.length} grants are open on ${asOf}; ${still.length} of people who have left or are on no roster`,
  };
}

function findingOf(
  { agent, system, granted_on: granted, revoked_on: revoked = null }: AccessGrant,
  holder: AccessHolder | undefined,
  asOf: PlainDate,
  daysToRemove: number,
): readonly AccessFinding[] {
  const isStill = isOpen({ agent, system, granted_on: granted, revoked_on: revoked }, asOf);
  if (holder === undefined)
    return isStill ? [{ kind: "nobody-on-the-roster", agent, system, since: granted, daysTooLong: null }] : [];
  const left = typeof holder.left_on === "string" && holder.left_on < asOf ? holder.left_on : null;
  if (left === null) return [];
  const daysTooLong = daysBetween(left, isStill || revoked === null ? asOf : revoked) - daysToRemove;
  if (granted > left && (isStill || daysTooLong > 0))
    return [{ kind: "granted-after-leaving", agent, system, since: granted, daysTooLong }];
  if (daysTooLong <= 0) return [];
  return [{ kind: isStill ? "leaver-has-access" : "removed-late", agent, system, since: left, daysTooLong }];
}

/** A removal that lies ahead has not happened. */
function isOpen({ revoked_on: revoked }: AccessGrant, asOf: PlainDate): boolean {
  return !(typeof revoked === "string" && revoked < asOf);
}

function orderOf({ kind }: AccessFinding): number {
  return kind === "removed-late" ? 1 : 0;
}
