import type { PartnershipRecord } from "../../../governance/partnership/partnership-record.ts";
import { concentrationOver } from "../../../governance/risk/concentration.ts";
import type { Risk } from "../../../governance/risk/risk.ts";
import { addDays, type PlainDate } from "../../../values/time.ts";
import type { ToldIncident, WorkShare } from "../../observed-records.ts";
import { countWords, dayWords, figureWords } from "../plain-figures.ts";
import { judgedOne, type RecordFinding } from "../record-finding.ts";
import { type Detector, nothingToJudge, together } from "../signal-reading.ts";

const halfYear = 182;
const manyOfAKind = 3;
const mostNamed = 20;

/** The areas of the register that speak of a kind of incident. */
const areasOf: Readonly<Record<ToldIncident["kind"], readonly Risk["area"][]>> = {
  security: ["security"],
  privacy: ["privacy", "security"],
  outage: ["continuity", "technology"],
  process: ["quality", "staffing"],
};

/** Incidents of the last half year of a kind that no risk on record speaks of: watch, from the third of a kind on alarm. */
export const incidentWithoutRisk: Detector = {
  id: "incident-without-risk",
  mayClear: false,
  look: ({ record: { risks }, asOf, observed }) => {
    const since = addDays(asOf, -halfYear);
    const recent = (observed?.incidents ?? []).filter(({ occurredOn }) => occurredOn >= since);
    // A risk whose area is not said may be the one.
    if (recent.length === 0 || risks.some(({ area }) => area === undefined)) return nothingToJudge;
    const kinds = [...new Set(recent.map(({ kind }) => kind))].sort();
    return together(
      kinds.map((kind) => {
        if (risks.some(({ area, title }) => areasOf[kind].includes(area) || title.toLowerCase().includes(kind)))
          return judgedOne(null);
        const found = recent
          .filter((one) => one.kind === kind)
          .toSorted((one, other) => one.occurredOn.localeCompare(other.occurredOn));
        const of = `${countWords(found.length)} of the ${countWords(recent.length)} incidents since ${dayWords(since)} ${found.length === 1 ? "was" : "were"} of the kind ${kind}`;
        return judgedOne({
          ...{ pitfall: "unmanaged-risk", detector: "incident-without-risk", kind: "incidents", id: kind },
          state: found.length >= manyOfAKind ? "alarm" : "watch",
          since: found[0]?.occurredOn ?? since,
          statement: `${of}, the latest on ${dayWords(found.at(-1)?.occurredOn ?? since)}, and ${risks.length === 0 ? "no risk is on record" : `none of the ${countWords(risks.length)} risks on record speaks of that kind`}.`,
          evidence: {
            incidents: found.slice(-mostNamed).map(({ incident, occurredOn }) => ({ incident, occurredOn })),
            ...{ ofAll: recent.length, risks: risks.map(({ id, area }) => ({ id, area })), areas: areasOf[kind] },
          },
        });
      }),
    );
  },
};

const fewestItems = 200;
/** More of the work than this on one site, or on one of several people, is a single point. */
const singleSite = 0.8;
const singlePerson = 0.25;

/**
 * One site or one person who resolved more than 80 % or 25 % of the items of the last complete months, where the record
 * says nothing of what happens without them: no risk to continuity, no successor. An untested fallback is told for itself.
 */
export const singlePointOfFailure: Detector = {
  id: "single-point-of-failure",
  mayClear: false,
  look: ({ record, asOf, observed }) => {
    const work = observed?.workShares ?? [];
    const items = work.reduce((sum, one) => sum + one.items, 0);
    if (items < fewestItems) return nothingToJudge;
    const months = [...new Set(work.map(({ month }) => month))].sort();
    const span = { since: `${months[0] ?? asOf}`, raisedAt: asOf, items };
    return together([
      judgedOne(loneSite(record, concentrationOf(work, "site"), span)),
      judgedOne(lonePerson(record, concentrationOf(work, "agent"), span)),
    ]);
  },
};

const lastYear = 365;
/** A newer key person counts as a successor when hired no longer than this before the other left. */
const handoverDays = 30;

/**
 * Key people, by the roster or by the record, who left in the last year and whose place nobody took: neither is the successor
 * on record there, nor has a new key person come for them. One is watch, several are alarm, until somebody is there.
 */
export const keyPersonGone: Detector = {
  id: "key-person-gone",
  mayClear: false,
  look: ({ record, asOf, observed }) => {
    const since = addDays(asOf, -lastYear);
    const stints = observed?.stints ?? [];
    const named = record.staffing?.key_people ?? [];
    const key = stints
      .filter(({ agent, isKeyPerson }) => isKeyPerson || named.some((one) => one.agent === agent))
      .filter(({ leftOn }) => leftOn === null || leftOn >= since);
    if (key.length === 0) return nothingToJudge;
    const here = new Set(stints.filter(({ leftOn }) => leftOn === null).map(({ agent }) => agent));
    const left = key.flatMap(({ agent, leftOn }) => {
      const successor = named.find((one) => one.agent === agent)?.successor ?? null;
      return leftOn === null || here.has(agent) ? [] : [{ agent, leftOn, successor }];
    });
    const newcomers = key.filter(({ leftOn }) => leftOn === null).map(({ hiredOn }) => hiredOn);
    const gone = withoutSuccessor(left, here, newcomers);
    const [first] = gone;
    if (first === undefined) return judgedOne(null);
    const people = new Set(key.map(({ agent }) => agent)).size;
    const who = gone.map(({ agent, leftOn, successor }) => {
      const place =
        successor === null
          ? "no successor is on record and no new key person came"
          : `${successor}, the successor, is not there`;
      return `${agent} on ${dayWords(leftOn)} (${place})`;
    });
    return judgedOne({
      ...{ pitfall: "unmanaged-risk", detector: "key-person-gone", kind: "staff", id: "key-people" },
      ...{ state: gone.length > 1 ? "alarm" : "watch", since: first.leftOn },
      statement: `Of ${countWords(people)} key ${people === 1 ? "person" : "people"} on the roster in the last year, ${countWords(gone.length)} left with nobody to take over: ${who.join(", ")}.`,
      evidence: { keyPeople: people, gone },
    });
  },
};

type Left = { readonly agent: string; readonly leftOn: PlainDate; readonly successor: string | null };

/**
 * Those whose place is empty, the first to leave first. A successor on record has to be there; without one each new key
 * person takes the place of one who left, the earliest that fits.
 */
function withoutSuccessor(
  left: readonly Left[],
  here: ReadonlySet<string>,
  newcomers: readonly PlainDate[],
): readonly Left[] {
  const free = [...newcomers].sort();
  return left
    .toSorted((one, other) => one.leftOn.localeCompare(other.leftOn))
    .filter(({ leftOn, successor }) => {
      if (successor !== null) return !here.has(successor);
      const at = free.findIndex((hiredOn) => hiredOn >= addDays(leftOn, -handoverDays));
      if (at >= 0) free.splice(at, 1);
      return at < 0;
    });
}

type Span = Pick<RecordFinding, "since" | "raisedAt"> & { readonly items: number };

function concentrationOf(work: readonly WorkShare[], by: "site" | "agent") {
  const named = work.flatMap((one) => {
    const name = one[by];
    return name === null ? [] : [{ name, amount: one.items }];
  });
  return concentrationOver(by === "site" ? "sites" : "people", named);
}

function loneSite(
  record: PartnershipRecord,
  shares: ReturnType<typeof concentrationOf>,
  span: Span,
): RecordFinding | null {
  const first = shares?.shares[0];
  const isSpokenOf = record.risks.some(({ area }) => area === "continuity" || area === undefined);
  if (first === undefined || first.share <= singleSite || isSpokenOf) return null;
  return {
    ...{ pitfall: "unmanaged-risk", detector: "single-point-of-failure", kind: "site", id: first.name },
    ...{ state: "watch", since: span.since, ...(span.raisedAt === undefined ? {} : { raisedAt: span.raisedAt }) },
    statement: `${resolvedWords(first, span)} were resolved at the site ${first.name}, and no risk on record speaks of the work going on without it.`,
    evidence: { concentration: shares, risks: record.risks.map(({ id, area }) => ({ id, area })) },
  };
}

function lonePerson(
  record: PartnershipRecord,
  shares: ReturnType<typeof concentrationOf>,
  span: Span,
): RecordFinding | null {
  const first = shares?.shares[0];
  if (first === undefined || first.share <= singlePerson) return null;
  const known = record.staffing?.key_people.find(({ agent }) => agent === first.name);
  if (known?.successor !== undefined) return null;
  return {
    ...{ pitfall: "unmanaged-risk", detector: "single-point-of-failure", kind: "agent", id: first.name },
    ...{ state: "watch", since: span.since, ...(span.raisedAt === undefined ? {} : { raisedAt: span.raisedAt }) },
    statement: `${resolvedWords(first, span)} were resolved by ${first.name}, one of ${countWords(shares?.shares.length ?? 1)} people, and no successor is on record.`,
    evidence: { person: first.name, amount: first.amount, share: first.share, people: shares?.shares.length ?? 1 },
  };
}

function resolvedWords({ amount, share }: { amount: number; share: number }, { items, since }: Span): string {
  return `${figureWords(share, "share")} of the items resolved since ${dayWords(since)} (${countWords(amount)} of ${countWords(items)})`;
}
