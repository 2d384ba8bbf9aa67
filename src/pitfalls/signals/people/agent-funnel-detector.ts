import { addDays } from "../../../values/time.ts";
import type { LookInput } from "../../signal-input.ts";
import { chanceEvidence, chanceWords, stateByChance } from "../chance-height.ts";
import { countWords, dayWords } from "../plain-figures.ts";
import { judgedOne } from "../record-finding.ts";
import { type Detector, nothingToJudge, together } from "../signal-reading.ts";
import { type Compared, compareCriticalErrors, compareScores } from "./agent-comparison.ts";

const halfYear = 182;

/**
 * Somebody whose reviews differ from those of people who have been there as long: their funnel of critical errors, and
 * their mean scores, beyond what chance gives one of all who were compared. Whoever is not told is not ranked.
 */
export const agentOutsideFunnel: Detector = {
  id: "agent-outside-funnel",
  mayClear: false,
  look: (input) => {
    const since = addDays(input.asOf, -halfYear);
    const recent = (input.observed?.agentReviews ?? []).filter(({ reviewedOn }) => reviewedOn > since);
    const compared = [...compareCriticalErrors(recent), ...compareScores(recent)];
    return compared.length === 0 ? nothingToJudge : together(compared.map((one) => tell(one, compared.length, input)));
  },
};

function tell({ sign, agent, words, chance, evidence }: Compared, looks: number, { asOf, weighed }: LookInput) {
  const pValue = Math.min(1, looks * chance);
  const state = stateByChance(pValue, weighed.heights);
  if (state === null) return judgedOne(null);
  const first = addDays(asOf, 1 - halfYear);
  return judgedOne({
    ...{ pitfall: "inconsistent-performance", detector: "agent-outside-funnel", kind: "agent" },
    ...{ id: `${agent}-${sign}`, state, since: first, raisedAt: asOf },
    statement: `Reviews of ${agent} since ${dayWords(first)}: ${words}. Chance alone, and what people differ by anyway, puts one of the ${countWords(looks)} that were compared so far apart ${chanceWords(pValue)} times; harder work than the others' would, too.`,
    evidence: { agent, sign, ...evidence, ...chanceEvidence(pValue, looks) },
  });
}
