import { lastDayForNotice } from "../../../governance/contract/contract.ts";
import { addDays, daysBetween } from "../../../values/time.ts";
import { readSince } from "../known-since.ts";
import { dayWords, figureWords, periodsWords } from "../plain-figures.ts";
import { judgedOne } from "../record-finding.ts";
import { blindTo, type Detector, together } from "../signal-reading.ts";

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
  look: (input) => {
    const { asOf, kpis } = input;
    const { goals } = input.record;
    // Ranks that people gave since are newer than those of the record: within a place of each other they are alike.
    const distances = kpis.find(({ metric }) => metric === "goal-rank-distance")?.points ?? [];
    const latest = distances.findLast(({ value, period }) => value !== null && period.end <= asOf)?.value ?? null;
    if (latest !== null && latest <= alikeWithinPlaces) {
      const looked = `ranks of the same goals more than ${alikeWithinPlaces} place apart on average, by the latest that people gave (${figureWords(latest, "score")})`;
      return { ...judgedOne(null), within: () => [looked] };
    }
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
    if (tau > 0) {
      const looked = `as many pairs of goals ranked the other way round as alike, in the record (Kendall's tau ${tau.toFixed(2)} of ${ranked.length} goals)`;
      return { ...readSince(judgedOne(null), input, goals?.signed_on), within: () => [looked] };
    }
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
