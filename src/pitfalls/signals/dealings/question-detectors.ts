import { survivalCurve, survivalQuantile } from "../../../early-warning/kaplan-meier.ts";
import type { Lifetime } from "../../../early-warning/lifetime.ts";
import { rateRatioChance } from "../../../early-warning/rate-ratio.ts";
import { addDays } from "../../../values/time.ts";
import type { AskedQuestion } from "../../observed-records.ts";
import type { LookInput } from "../../signal-input.ts";
import { chanceEvidence, chanceWords, stateByChance } from "../chance-height.ts";
import { countWords, dayWords, figureWords } from "../plain-figures.ts";
import { judgedOne } from "../record-finding.ts";
import { type Detector, nothingToJudge, type SignalReading, together } from "../signal-reading.ts";

const recentDays = 56;
const beforeDays = 182;
const fewestRecent = 10;
const fewestAnswers = 30;
/** How many times as quick the answers before may have been: busy weeks slow anyone down. */
const fairRatio = 1.25;
const mostNamed = 20;

/**
 * Do questions wait longer than they did? For each side, the answers to what it was asked in the last eight weeks against
 * those that the pace of the half year before would have given to the same questions in the same time. What is open counts
 * for the time that it has waited.
 * @see Breslow 1975, International Statistical Review 43 (one-sample log-rank)
 */
export const questionsAge: Detector = {
  id: "questions-age",
  mayClear: false,
  look: (input) =>
    together(
      (["provider", "client"] as const).map((side) =>
        lookAtSide(
          side,
          (input.observed?.questions ?? []).filter(({ owedBy }) => owedBy === side),
          input,
        ),
      ),
    ),
};

function lookAtSide(side: "client" | "provider", asked: readonly AskedQuestion[], input: LookInput): SignalReading {
  const { asOf } = input;
  const since = addDays(asOf, -recentDays);
  const from = addDays(since, -beforeDays);
  const recent = asked.filter(({ askedOn }) => askedOn > since);
  const before = asked.filter(({ askedOn }) => askedOn > from && askedOn <= since);
  const [answers, answersBefore] = [answered(recent), answered(before)];
  if (recent.length < fewestRecent || answersBefore < fewestAnswers) return nothingToJudge;
  const curve = survivalCurve(before.map(lifetimeOf));
  const expected = recent.reduce((sum, { days }) => sum + hazardBy(curve, days), 0);
  const pace = { events: answers, exposure: expected };
  // By the curve's own making, so many answers are what the questions before it were to have.
  const paceBefore = { events: answersBefore, exposure: answersBefore };
  const pValue = Math.min(1, 2 * rateRatioChance(paceBefore, pace, fairRatio));
  const state = stateByChance(pValue, input.weighed.heights);
  if (state === null) return judgedOne(null);
  const [half, halfBefore] = [medianOf(recent), medianOf(before)];
  const open = recent.filter(({ isAnswered }) => !isAnswered).toSorted((one, other) => other.days - one.days);
  const [oldest] = open;
  const waiting =
    oldest === undefined
      ? "None is open now"
      : `${countWords(open.length)} ${open.length === 1 ? "is" : "are"} open, the oldest for ${figureWords(oldest.days, "days")}`;
  return judgedOne({
    ...{ pitfall: "communication-breakdown", detector: "questions-age", kind: "side", id: side, state },
    ...{ since: addDays(since, 1), raisedAt: asOf },
    statement: `Of the ${countWords(recent.length)} questions and requests to the ${side} since ${dayWords(addDays(since, 1))}, ${countWords(answers)} were answered; for the time that each has waited, that is ${Math.round((100 * answers) / expected)} % of the pace of the half year before (${countWords(answersBefore)} of ${countWords(before.length)} answered). ${halfWords(half, halfBefore)} ${waiting}. Chance alone takes ${Math.round(100 / fairRatio)} % of a pace this far down ${chanceWords(pValue)} times.`,
    evidence: {
      ...{ asked: recent.length, answered: answers, expectedAtPaceBefore: expected, fairRatio },
      ...{ askedBefore: before.length, answeredBefore: answersBefore, medianDays: half, medianDaysBefore: halfBefore },
      ages: [1, 3, 7, 14, 28].map((days) => ({
        olderThanDays: days,
        open: open.filter((one) => one.days > days).length,
      })),
      ...{ items: open.slice(0, mostNamed).map(({ id }) => id), ...chanceEvidence(pValue, 2) },
    },
  });
}

function answered(questions: readonly AskedQuestion[]): number {
  return questions.filter(({ isAnswered }) => isAnswered).length;
}

function lifetimeOf({ days, isAnswered }: AskedQuestion): Lifetime {
  return { time: days, hasEnded: isAnswered };
}

function hazardBy(curve: ReturnType<typeof survivalCurve>, days: number): number {
  return curve.findLast(({ time }) => time <= days)?.cumulativeHazard ?? 0;
}

function medianOf(questions: readonly AskedQuestion[]): number | null {
  return survivalQuantile(survivalCurve(questions.map(lifetimeOf)), 0.5).time;
}

function halfWords(half: number | null, before: number | null): string {
  const usual = before === null ? "" : ` Before, half were answered within ${waitWords(before)}.`;
  return `${half === null ? "Half are not answered yet." : `Half were answered within ${waitWords(half)}.`}${usual}`;
}

function waitWords(days: number): string {
  return days < 2 ? figureWords(days * 86_400, "seconds") : figureWords(days, "days");
}
