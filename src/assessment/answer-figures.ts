import { groupedBy } from "../values/grouped.ts";
import type { AnswerTally } from "./answer-tallies.ts";
import type { DerivedMeasure } from "./derived-figures.ts";

type Counted = { counted: number; passed: number; near: number };

function sum(tallies: readonly AnswerTally[]): Counted {
  const all = { counted: 0, passed: 0, near: 0 };
  for (const { counted, passed, near } of tallies) {
    all.counted += counted;
    all.passed += passed;
    all.near += near ?? 0;
  }
  return all;
}

function share(period: string, numerator: number, denominator: number): DerivedMeasure {
  return { period, value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
}

/** Of the answers in time, those in the last tenth of the limit; nothing where the limit is in business days. */
export function bunchingMeasures(answers: readonly AnswerTally[]): readonly DerivedMeasure[] {
  const known = answers.filter(({ near }) => near !== null);
  return [...groupedBy(known, ({ period }) => period)].map(([period, tallies]) => {
    const { near, passed } = sum(tallies);
    return share(period, near, passed);
  });
}

/** Of the items opened outside the hours that both sides share, those answered in time. */
export function outsideMeasures(answers: readonly AnswerTally[]): readonly DerivedMeasure[] {
  const outside = answers.filter(({ isOutside }) => isOutside === true);
  return [...groupedBy(outside, ({ period }) => period)].map(([period, tallies]) => {
    const { passed, counted } = sum(tallies);
    return share(period, passed, counted);
  });
}

/** Fewer items of a team in a week tell nothing about the team. */
const fewestOfTeam = 10;

/** Root of chi-squared over its degrees of freedom between teams; 1 by chance. Weeks with one team have no value. */
export function spreadMeasures(answers: readonly AnswerTally[]): readonly DerivedMeasure[] {
  const named = answers.filter(({ team }) => team !== null);
  return [...groupedBy(named, ({ period }) => period)].flatMap(([period, tallies]) => {
    const teams = [...groupedBy(tallies, ({ team }) => team ?? "").values()]
      .map(sum)
      .filter(({ counted }) => counted >= fewestOfTeam);
    const counted = teams.reduce((total, team) => total + team.counted, 0);
    const passed = teams.reduce((total, team) => total + team.passed, 0);
    if (teams.length < 2) return [];
    const mean = passed / counted;
    // All in time, or none: the teams are alike.
    const variance = mean * (1 - mean);
    const squares = teams.map((team) =>
      variance === 0 ? 0 : (team.passed - team.counted * mean) ** 2 / (team.counted * variance),
    );
    const ratio = Math.sqrt(squares.reduce((total, one) => total + one, 0) / (teams.length - 1));
    return [{ period, value: ratio, numerator: null, denominator: counted }];
  });
}
