import type { ServiceLevelVerdict } from "../../../assessment/verdict.ts";
import { metricInForce } from "../../../governance/partnership/record-reading.ts";
import type { SignalInput } from "../../signal-input.ts";
import { countWords, dayWords, figureWords, periodsWords } from "../plain-figures.ts";
import { judgedOne } from "../record-finding.ts";
import { type Detector, nothingToJudge, type SignalReading, together } from "../signal-reading.ts";
import { levelName, levelsById } from "./service-level-detectors.ts";

const fewestPeriods = 12;
/** The worst period used up at most this share of the failures that the target allows. */
const farInside = 0.5;
/** With fewer failures allowed over all periods, never failing is what small numbers do. */
const fewestAllowed = 30;

/** A level met in every one of twelve periods or more, the worst of them far from its target: it cannot tell good from bad. */
export const targetNeverFails: Detector = {
  id: "target-never-fails",
  mayClear: false,
  look: (input) => together([...levelsById(input).values()].map((periods) => lookAtTarget(periods, input))),
};

function lookAtTarget(all: readonly ServiceLevelVerdict[], { record, asOf }: SignalInput): SignalReading {
  const [latest] = all;
  // A target that was moved is a new promise: its periods begin with it.
  const moved = all.findIndex(({ target }) => target !== latest?.target);
  const periods = (moved < 0 ? all : all.slice(0, moved)).filter(({ state }) => state !== "unknown");
  if (latest === undefined || periods.length < fewestPeriods) return nothingToJudge;
  const spent = periods.flatMap((period) =>
    period.state === "met" && period.budgetSpent !== null ? [{ ...period, budgetSpent: period.budgetSpent }] : [],
  );
  if (spent.length < periods.length) return judgedOne(null);
  const worst = spent.reduce((one, other) => (other.budgetSpent > one.budgetSpent ? other : one));
  const isLower = metricInForce(record, latest.metric, asOf)?.better === "lower";
  const items = spent.reduce((sum, { denominator }) => sum + denominator, 0);
  const allowed = items * (isLower ? latest.target : 1 - latest.target);
  if (worst.budgetSpent > farInside || allowed < fewestAllowed) return judgedOne(null);
  const first = spent.at(-1) ?? worst;
  const percent = (share: number) => figureWords(share, "share");
  const every = record.service_levels.find(({ id }) => id === latest.id)?.every ?? "month";
  return judgedOne({
    ...{ pitfall: "hollow-kpis", detector: "target-never-fails", kind: "service-level", id: latest.id },
    state: "watch",
    since: first.period.start,
    raisedAt: (spent.at(-fewestPeriods) ?? latest).period.end,
    statement: `Service level ${levelName(latest.id, { record })} was met in each of the ${periodsWords(spent.length, every)} judged since ${dayWords(first.period.start)}. The worst, from ${dayWords(worst.period.start)} to ${dayWords(worst.period.end)}, gave ${percent(worst.value ?? 0)} (${countWords(worst.numerator ?? 0)} of ${countWords(worst.denominator)}) against a target of ${percent(latest.target)}: ${percent(worst.budgetSpent)} of the failures allowed. A target so far off does not tell a good period from a bad one.`,
    evidence: {
      target: latest.target,
      allowedFailures: allowed,
      periods: spent.map(({ period, value, numerator, denominator, budgetSpent }) => ({
        ...{ period, value, numerator, denominator, budgetSpent },
      })),
    },
  });
}
