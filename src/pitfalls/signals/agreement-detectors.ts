import { lastDayForNotice } from "../../governance/contract/contract.ts";
import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { evaluateSelection } from "../../governance/selection/evaluate-selection.ts";
import { winningPrices } from "../../governance/selection/winner-robustness.ts";
import { isSaid } from "../../values/filler.ts";
import { addDays, daysBetween, type PlainDate } from "../../values/time.ts";
import { chosenBid } from "../guards/price-over-quality-guards.ts";
import { dayWords, periodsWords } from "./plain-figures.ts";
import { judgedOne } from "./record-finding.ts";
import { blindTo, type Detector, nothingToJudge, together } from "./signal-reading.ts";

const noticeWatchDays = 60;
const noticeAlarmDays = 21;

/** The last day to give notice within 60 days is watch, within 21 days alarm; a contract that has ended is alarm. */
export const noticeNear: Detector = {
  id: "notice-near",
  // A notice date that lies far ahead says nothing of what the contract leaves open.
  mayClear: false,
  look: ({ record: { contract }, asOf }) => {
    const last = contract === undefined ? null : lastDayForNotice(contract);
    const parts = { pitfall: "contract-gaps", detector: "notice-near", kind: "contract", id: "contract" } as const;
    if (contract?.ends !== undefined && contract.ends < asOf) {
      const statement = `The contract on record ended on ${dayWords(contract.ends)}, ${periodsWords(daysBetween(contract.ends, asOf), "day")} ago.`;
      return judgedOne({
        ...parts,
        state: "alarm",
        since: addDays(contract.ends, 1),
        statement,
        evidence: { ends: contract.ends },
      });
    }
    if (contract?.ends === undefined || last === null)
      return blindTo("The end of the contract and its notice period are not on record, so no date can be watched.", [
        "partnership.yaml",
      ]);
    const days = daysBetween(asOf, last);
    if (days > noticeWatchDays || days < 0) return judgedOne(null);
    const runsOn =
      contract.renews === "automatically"
        ? "after it the contract runs on"
        : "after it the contract can no longer be left in time";
    return judgedOne({
      ...parts,
      state: days <= noticeAlarmDays ? "alarm" : "watch",
      since: addDays(last, -noticeWatchDays),
      statement: `The last day to give notice is ${dayWords(last)}, in ${periodsWords(days, "day")}; ${runsOn}. The contract ends on ${dayWords(contract.ends)}.`,
      evidence: { lastDayForNotice: last, ends: contract.ends, daysLeft: days },
    });
  },
};

const evidenceWatchDays = 60;

/** The newest paper of each kind: watch in the 60 days before its period ends, alarm after. */
export const evidenceOutOfDate: Detector = {
  id: "evidence-out-of-date",
  mayClear: false,
  look: ({ record: { evidence }, asOf }) => {
    const covering = evidence.flatMap((one) => (one.covers === undefined ? [] : [{ ...one, covers: one.covers }]));
    const newest = covering.filter((one) =>
      covering.every((other) => other.kind !== one.kind || other.of !== one.of || other.covers.to <= one.covers.to),
    );
    return together(
      newest.map(({ id, title, covers }) => {
        const days = daysBetween(asOf, covers.to);
        if (days > evidenceWatchDays) return judgedOne(null);
        const tense =
          days < 0
            ? `ended on ${dayWords(covers.to)}, ${periodsWords(-days, "day")} ago`
            : `ends on ${dayWords(covers.to)}, in ${periodsWords(days, "day")}`;
        return judgedOne({
          ...{ pitfall: "weak-security", detector: "evidence-out-of-date", kind: "evidence", id },
          state: days < 0 ? "alarm" : "watch",
          since: days < 0 ? addDays(covers.to, 1) : addDays(covers.to, -evidenceWatchDays),
          raisedAt: addDays(covers.to, -evidenceWatchDays),
          statement: `The period that ${title ?? id} covers ${tense}; nothing newer of its kind is on record.`,
          evidence: { coversFrom: covers.from, coversTo: covers.to, daysLeft: days },
        });
      }),
    );
  },
};

/** A phase of growth that began before the checkpoint ahead of it said go. */
export const aheadOfCheckpoint: Detector = {
  id: "ahead-of-checkpoint",
  mayClear: false,
  look: ({ record, asOf }) => {
    const phases = record.growth?.phases ?? [];
    return together(
      phases.slice(1).flatMap((phase, at) => {
        const before = phases[at]?.checkpoint;
        const decided = before?.decided_on !== undefined && before.decided_on <= asOf ? before.decided : undefined;
        if (phase.starts === undefined || phase.starts > asOf) return [];
        if (decided === "go") return judgedOne(null);
        const said = decided === undefined ? "nothing was decided at" : `“${decided}” was decided at`;
        return judgedOne({
          ...{ pitfall: "scaling-too-fast", detector: "ahead-of-checkpoint", kind: "growth-phase", id: phase.id },
          state: decided === undefined ? "watch" : "alarm",
          since: phase.starts,
          statement: `Phase ${phase.id} began on ${dayWords(phase.starts)}, and ${said} the checkpoint before it.`,
          evidence: { starts: phase.starts, decided: decided ?? null, checkpointOn: before?.on ?? null },
        });
      }),
    );
  },
};

/** A process that was to be kept and is done by the provider. */
export const coreHandedOver: Detector = {
  id: "core-handed-over",
  mayClear: false,
  look: ({ record, asOf }) =>
    together(
      record.processes.flatMap(({ id, core, done_by: by }) => {
        if (core === undefined || by === "client") return [];
        if (core.conclusion !== "keep") return judgedOne(null);
        return judgedOne({
          ...{ pitfall: "outsourcing-the-core", detector: "core-handed-over", kind: "process", id },
          state: "alarm",
          since: core.on ?? asOf,
          statement: `The assessment of ${id} says keep, and the record says that the provider works on it.`,
          evidence: { conclusion: core.conclusion, doneBy: by, assessedOn: core.on ?? null },
        });
      }),
    ),
};

/** Mean distance of the two sides' ranks up to which they are alike; goals ranked at random lie further apart. */
const alikeWithinPlaces = 1;

/** Both sides' ranks of the same goals, compared by Kendall's tau: nil or less is watch, -0.5 or less alarm. */
export const ranksApart: Detector = {
  id: "ranks-apart",
  mayClear: true,
  look: ({ record: { goals }, asOf, kpis }) => {
    // Ranks that people gave since are newer than those of the record: within a place of each other they are alike.
    const distances = kpis.find(({ metric }) => metric === "goal-rank-distance")?.points ?? [];
    const latest = distances.findLast(({ value, period }) => value !== null && period.end <= asOf)?.value ?? null;
    if (latest !== null && latest <= alikeWithinPlaces) return judgedOne(null);
    const ranked = (goals?.ranked ?? []).flatMap(({ id, client, provider }) =>
      client === undefined || provider === undefined ? [] : [{ id, client, provider }],
    );
    if (ranked.length < 3)
      return blindTo(`${ranked.length} goals are ranked by both sides, 3 needed to compare them.`, [
        "goal_rankings",
        "partnership.yaml",
      ]);
    const pairs = ranked.flatMap((one, at) => ranked.slice(at + 1).map((other) => [one, other] as const));
    const order = pairs.map(
      ([one, other]) => Math.sign(one.client - other.client) * Math.sign(one.provider - other.provider),
    );
    const tau = order.reduce<number>((sum, agreement) => sum + agreement, 0) / pairs.length;
    if (tau > 0) return judgedOne(null);
    const opposed = order.filter((agreement) => agreement < 0).length;
    return judgedOne({
      ...{ pitfall: "goal-misalignment", detector: "ranks-apart", kind: "goals", id: "goals" },
      state: tau <= -0.5 ? "alarm" : "watch",
      since: goals?.signed_on ?? asOf,
      statement: `The two sides rank ${opposed} of ${pairs.length} pairs of goals the other way round (Kendall's tau ${tau.toFixed(2)} over ${ranked.length} goals).`,
      evidence: { tau, pairs: pairs.length, opposed, ranked },
    });
  },
};

/** What price did to the award: the winner was not the best by quality and wins only if price counts enough. */
export const priceDrivenAward: Detector = {
  id: "price-driven-award",
  mayClear: false,
  look: ({ record: { selection }, asOf }) => {
    const chosen = selection?.chosen;
    if (selection === undefined || chosen === undefined) return nothingToJudge;
    const { robustness, qualityRanking, criteria } = evaluateSelection(selection, { asOf, draws: 1 });
    if (robustness === null) return nothingToJudge;
    const prices = winningPrices(robustness, chosen);
    const [best] = qualityRanking;
    if (prices === null || prices.from === 0 || best === undefined || best.bid === chosen) return judgedOne(null);
    const counted = criteria.reduce((sum, { kind, weight }) => sum + (kind === "price" ? (weight ?? 0) : 0), 0);
    const percent = (share: number) => `${Math.round(share * 100)} %`;
    return judgedOne({
      ...{ pitfall: "price-over-quality", detector: "price-driven-award", kind: "selection", id: chosen },
      state: "watch",
      since: selection.on ?? asOf,
      statement: `${chosen} was chosen and ${best.bid} scored best on quality; the winner wins only if price counts at least ${percent(prices.from)} (it counted ${percent(counted)}).`,
      evidence: { winsFrom: prices.from, winsTo: prices.to, priceWeight: counted, quality: qualityRanking },
    });
  },
};

const lowBidShare = 0.75;

/** A winning price below three quarters of the mean of the others. */
export const abnormallyLowBid: Detector = {
  id: "abnormally-low-bid",
  mayClear: false,
  look: ({ record, asOf }) => {
    const chosen = chosenBid(record)?.bid;
    const price = chosen?.price;
    const others = (record.selection?.bids ?? []).flatMap((bid) =>
      bid.id !== chosen?.id && bid.price !== undefined && bid.price.currency === price?.currency
        ? [bid.price.amount]
        : [],
    );
    const [first, ...rest] = others;
    if (chosen === undefined || price === undefined || first === undefined) return nothingToJudge;
    const mean = rest.reduce((sum, amount) => sum.plus(amount), first).dividedBy(others.length);
    if (mean.isZero() || price.amount.dividedBy(mean).greaterThanOrEqualTo(lowBidShare)) return judgedOne(null);
    const share = price.amount.dividedBy(mean).times(100).toFixed(0);
    return judgedOne({
      ...{ pitfall: "price-over-quality", detector: "abnormally-low-bid", kind: "bid", id: chosen.id },
      state: "watch",
      since: record.selection?.on ?? asOf,
      statement: `The chosen bid of ${price.toString()} is ${share} % of the mean of the ${others.length} other ${others.length === 1 ? "bid" : "bids"} (${mean.toFixed(2)} ${price.currency}).`,
      evidence: { price: price.toString(), meanOfOthers: mean.toFixed(2), others: others.length },
    });
  },
};

/** A chosen bidder that left open who does the work, or whom to escalate to. */
export const questionsUnanswered: Detector = {
  id: "questions-unanswered",
  mayClear: true,
  look: ({ record, asOf }) => {
    const chosen = chosenBid(record)?.bid;
    if (chosen === undefined || Object.keys(chosen.answers).length === 0)
      return blindTo("No answers of the chosen bidder are on record.", ["partnership.yaml"]);
    return together([
      openQuestion(record, chosen.id, "staffing", isSaid(chosen.answers.staffing, 4), asOf),
      openQuestion(record, chosen.id, "escalation path", isSaid(chosen.answers.escalation_path, 4), asOf),
    ]);
  },
};

function openQuestion(
  { selection }: PartnershipRecord,
  bid: string,
  question: string,
  isAnswered: boolean,
  asOf: PlainDate,
) {
  if (isAnswered) return judgedOne(null);
  return judgedOne({
    ...{ pitfall: "selection-red-flags", detector: "questions-unanswered", kind: "bid" },
    id: `${bid}-${question.replace(" ", "-")}`,
    state: "watch",
    since: selection?.on ?? asOf,
    statement: `${bid} was chosen and its answer about ${question} is open or says nothing concrete.`,
    evidence: { bid, question },
  });
}

const daysInMonth = 365.25 / 12;

/** A promise for a day before even the quick end of the break-even or the ramp. */
export const promiseTooEarly: Detector = {
  id: "promise-too-early",
  mayClear: false,
  look: ({ record: { business_case: made }, asOf }) =>
    together(
      (made?.promises ?? []).flatMap(({ what, by, said_by: who }, at) => {
        const isMoney = /sav|break|even|pay|cost|cheap|return/i.test(what);
        const range = isMoney ? made?.break_even_in_months : made?.full_productivity_in_months;
        if (made?.starts === undefined || range === undefined) return [];
        const months = daysBetween(made.starts, by) / daysInMonth;
        if (months >= range.p10) return judgedOne(null);
        const source = who === undefined ? "It was promised" : `${who} promised`;
        return judgedOne({
          ...{
            pitfall: "unrealistic-expectations",
            detector: "promise-too-early",
            kind: "promise",
            id: `promise-${at + 1}`,
          },
          state: "watch",
          since: made.on ?? asOf,
          statement: `${source} “${what}” by ${dayWords(by)}, month ${months.toFixed(1)}; by the business case's own range one in ten gets there by month ${range.p10}, half by month ${range.p50}.`,
          evidence: { by, months, ...range },
        });
      }),
    ),
};

const farApart = 2;

/** A dimension on which the two sides' own assessments of the fit lie two points or more apart. */
export const fitGap: Detector = {
  id: "fit-gap",
  mayClear: false,
  look: ({ record: { culture }, asOf }) => {
    const latest = (side: "client" | "provider") =>
      (culture?.assessed ?? [])
        .filter((one) => one.side === side && one.on !== undefined && one.on <= asOf)
        .sort((one, other) => (other.on ?? "").localeCompare(one.on ?? ""))[0];
    const [client, provider] = [latest("client"), latest("provider")];
    return together(
      Object.entries(client?.scores ?? {}).flatMap(([dimension, ours]) => {
        const theirs = provider?.scores[dimension];
        if (theirs === undefined) return [];
        if (Math.abs(ours - theirs) < farApart) return judgedOne(null);
        const since = [client?.on ?? asOf, provider?.on ?? asOf].sort()[1] ?? asOf;
        return judgedOne({
          ...{ pitfall: "cultural-mismatch", detector: "fit-gap", kind: "dimension", id: dimension },
          state: Math.abs(ours - theirs) > farApart ? "alarm" : "watch",
          since,
          statement: `The client scores ${dimension} ${ours} of 5 and the provider ${theirs} of 5, each for itself.`,
          evidence: { client: ours, provider: theirs },
        });
      }),
    );
  },
};
