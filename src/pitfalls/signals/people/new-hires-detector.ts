import type { Lifetime } from "../../../early-warning/lifetime.ts";
import { compareSurvival } from "../../../early-warning/log-rank.ts";
import { addDays, daysBetween, type PlainDate } from "../../../values/time.ts";
import type { ObservedStint } from "../../observed-records.ts";
import { chanceEvidence, chanceWords, stateByChance } from "../chance-height.ts";
import { countWords, dayWords } from "../plain-figures.ts";
import { judgedOne } from "../record-finding.ts";
import { blindTo, type Detector, nothingToJudge } from "../signal-reading.ts";

const halfYear = 182;
const firstDays = 90;
const fewestHires = 8;
const fewestEarlyLeavers = 3;

/** Do those hired in the last half year leave within their first 90 days more often than those hired before? By log-rank. */
export const newHiresLeave: Detector = {
  id: "new-hires-leave",
  mayClear: false,
  look: (input) => {
    const { asOf, observed } = input;
    const stints = observed?.stints ?? [];
    if (stints.length === 0) return nothingToJudge;
    const since = addDays(asOf, -halfYear);
    const seenFrom = firstLeaving(stints);
    const lives = (of: readonly ObservedStint[]) => of.flatMap((stint) => firstQuarterOf(stint, seenFrom, asOf));
    const [fresh, before] = [
      lives(stints.filter(({ hiredOn }) => hiredOn >= since)),
      lives(stints.filter(({ hiredOn }) => hiredOn < since)),
    ];
    const leftBefore = before.filter(({ hasEnded }) => hasEnded).length;
    if (fresh.length < fewestHires || before.length < fewestHires || leftBefore < fewestEarlyLeavers)
      return blindTo(
        `${fresh.length} people hired in the last half year and ${before.length} before, of whom ${leftBefore} left within ${firstDays} days, are too few to compare how they stay.`,
        ["staff"],
      );
    const compared = compareSurvival([fresh, before]);
    if (compared.kind !== "comparison") return nothingToJudge;
    const [left = 0] = compared.observed;
    const [expected = 0] = compared.expected;
    const pValue = left > expected ? compared.chance / 2 : 1;
    const state = stateByChance(pValue, input.weighed.heights);
    if (state === null) return judgedOne(null);
    return judgedOne({
      ...{ pitfall: "high-turnover", detector: "new-hires-leave", kind: "staff", id: "new-hires", state, since },
      raisedAt: asOf,
      statement: `${countWords(left)} of the ${countWords(fresh.length)} people hired since ${dayWords(since)} left within their first ${firstDays} days, where ${expected.toFixed(1)} would have by the pace of those hired before; chance alone does that ${chanceWords(pValue)} times.`,
      evidence: {
        ...{
          left,
          expected,
          hires: fresh.length,
          hiresBefore: before.length,
          leftBefore,
          chiSquared: compared.chiSquared,
        },
        ...chanceEvidence(pValue),
      },
    });
  },
};

/** Whoever left before the first leaving on file is not on the roster, so earlier hires are watched only from the day before it. */
function firstLeaving(stints: readonly ObservedStint[]): PlainDate | null {
  return stints.flatMap(({ leftOn }) => leftOn ?? []).sort()[0] ?? null;
}

function firstQuarterOf(stint: ObservedStint, seenFrom: PlainDate | null, asOf: PlainDate): readonly Lifetime[] {
  const { hiredOn, leftOn } = stint;
  const entry = seenFrom === null ? 0 : Math.max(0, daysBetween(hiredOn, seenFrom) - 1);
  const days = daysBetween(hiredOn, leftOn ?? asOf);
  if (days <= 0 || entry >= Math.min(days, firstDays)) return [];
  const hasEnded = leftOn !== null && stint.leaveKind !== "transfer" && days <= firstDays;
  return [{ time: Math.min(days, firstDays), hasEnded, entry }];
}
