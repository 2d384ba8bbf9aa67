import { isFiller, isNamed, isSaid } from "../../values/filler.ts";
import type { Presence } from "../../values/presence.ts";
import type { PlainDate } from "../../values/time.ts";
import type { Contract } from "./contract.ts";
import type { ContractTermName } from "./contract-terms.ts";
import { type TermDemand, termDemands } from "./term-demands.ts";

/** One term of the checklist, and how far it is settled. */
export type TermReview = {
  readonly term: ContractTermName;
  readonly name: string;
  readonly state: Presence;
  readonly clause: string | null;
  readonly says: string | null;
  /** what it must say, and whether its words touch upon it; null where its words are not on record */
  readonly mustSay: readonly { readonly point: string; readonly isMentioned: boolean | null }[];
  readonly absenceCosts: string;
  /** why it is not in place; empty where it is */
  readonly reasons: readonly string[];
  /** path in the record */
  readonly path: readonly string[];
};

/** The legal review of the whole contract. */
export type LegalReview = {
  readonly state: Presence;
  readonly on: PlainDate | null;
  readonly by: string | null;
  readonly reasons: readonly string[];
};

/** What the rest of the record holds of the things that terms speak of: true where a term is borne out by it, or why not. */
export type BorneOut = Readonly<Partial<Record<ContractTermName, true | string>>>;

/**
 * Each term of the checklist. In place: its clause points to a place, its words are on record and touch upon what it must
 * say or the record bears it out, and a lawyer has read it. Partial: something of that is lacking. Missing: no clause.
 */
export function reviewTermChecklist(
  contract: Contract | null,
  borneOut: BorneOut,
  asOf: PlainDate,
): readonly TermReview[] {
  const names = Object.keys(termDemands).filter(isTermName);
  const review = reviewLegally(contract, asOf);
  return names.map((term) => reviewTerm(term, contract, { borneOut: borneOut[term], review, asOf }));
}

/** Whether somebody named has read the whole contract, before it was signed, and again what was changed since. */
export function reviewLegally(contract: Contract | null, asOf: PlainDate): LegalReview {
  const review = contract?.legal_review;
  const base = { on: review?.on ?? null, by: review?.by ?? null };
  if (contract === null || review === undefined || !isNamed(review.by)) {
    return { ...base, state: "missing", reasons: ["no legal review by a named person or firm is on record"] };
  }
  if (review.on > asOf) return { ...base, state: "missing", reasons: [`it is only planned, for ${review.on}`] };
  const reasons: string[] = [];
  if (contract.signed !== undefined && review.on > contract.signed) {
    reasons.push(`it came after the signing on ${contract.signed}, when nothing could be changed any more`);
  }
  const later = contract.change_orders.filter(
    ({ agreed_on: on, reviewed_on: read }) =>
      on !== undefined && on > review.on && on <= asOf && !(read !== undefined && read <= asOf),
  );
  if (later.length > 0) {
    reasons.push(
      `${later.map(({ id }) => id).join(", ")} ${later.length === 1 ? "was" : "were"} agreed after it, and no lawyer read ${later.length === 1 ? "it" : "them"}`,
    );
  }
  return { ...base, state: reasons.length === 0 ? "in-place" : "partial", reasons };
}

/** Whether a clause points to a place: `MSA 14`, and not `TBD`, `see contract` or the contract's bare name. */
export function isPlaceInContract(clause: string | undefined): clause is string {
  if (isFiller(clause)) return false;
  return !/^(?:in |see )?(?:the )?(?:contract|agreement|msa|sow|annex|appendix|schedule)$/i.test(clause?.trim() ?? "");
}

type TermCase = {
  readonly borneOut: true | string | undefined;
  readonly review: LegalReview;
  readonly asOf: PlainDate;
};

function reviewTerm(term: ContractTermName, contract: Contract | null, found: TermCase): TermReview {
  const demand = termDemands[term];
  const written = contract?.terms[term];
  const clause = isPlaceInContract(written?.clause) ? written.clause : null;
  const says = isSaid(written?.says) ? written.says : null;
  const mustSay = demand.points.map(({ point, words }) => ({
    point,
    isMentioned: says === null ? null : words.test(says),
  }));
  const base = {
    ...{ term, name: demand.name, clause: written?.clause ?? null, says: written?.says ?? null, mustSay },
    ...{ absenceCosts: demand.absenceCosts, path: ["contract", "terms", term] },
  };
  if (contract === null || clause === null) {
    const reason =
      written === undefined ? "no clause is on record" : `“${written.clause}” points to no place in the contract`;
    return { ...base, state: "missing", reasons: [reason] };
  }
  const reasons = [
    ...wordsLacking(says, demand, found.borneOut),
    ...(typeof found.borneOut === "string" ? [found.borneOut] : []),
    ...reviewLacking(written?.reviewed_on, found),
    ...sharedClause(term, clause, contract),
  ];
  return { ...base, state: reasons.length === 0 ? "in-place" : "partial", reasons };
}

function wordsLacking(says: string | null, demand: TermDemand, borneOut: true | string | undefined): readonly string[] {
  if (says === null) {
    return borneOut === true ? [] : ["only the clause is on record: say in a sentence what it says"];
  }
  const silent = demand.points.filter(({ words }) => !words.test(says));
  if (silent.length < demand.points.length || borneOut === true) return [];
  return [`its words touch upon nothing that it must say: ${silent.map(({ point }) => point).join("; ")}`];
}

function reviewLacking(reviewedOn: PlainDate | undefined, { review, asOf }: TermCase): readonly string[] {
  if (reviewedOn !== undefined) {
    return reviewedOn <= asOf ? [] : [`its legal review is only planned, for ${reviewedOn}`];
  }
  return review.state === "missing" ? ["no lawyer has read it, as far as the record tells"] : [];
}

/** One clause for many terms is a heading, and a heading settles nothing. */
function sharedClause(term: ContractTermName, clause: string, { terms }: Contract): readonly string[] {
  const same = Object.entries(terms).filter(([name, other]) => name !== term && plain(other?.clause) === plain(clause));
  if (same.length < 3) return [];
  return [`${clause} is given for ${same.length + 1} terms: name the place of each`];
}

function plain(clause: string | undefined): string {
  return (clause ?? "").toLowerCase().replaceAll(/[^a-z0-9.]+/g, "");
}

function isTermName(name: string): name is ContractTermName {
  return Object.hasOwn(termDemands, name);
}
