import { expect, test } from "vitest";
import { completeAsOf, recordWith } from "../../../../test/pitfalls/complete-record.ts";
import { judgePitfalls } from "../../../../test/pitfalls/judge-pitfalls.ts";
import { nothingObserved } from "../../../../test/pitfalls/nothing-observed.ts";
import { seededChance } from "../../../values/seeded-chance.ts";
import { addDays } from "../../../values/time.ts";
import type { AskedQuestion } from "../../observed-records.ts";

const told = (questions: readonly AskedQuestion[]) =>
  judgePitfalls({
    ...{ record: recordWith(), asOf: completeAsOf, kpis: [], serviceLevels: [], reconciliations: [], sources: [] },
    observed: { ...nothingObserved, questions },
  }).findings.filter(({ detector }) => detector === "questions-age");
const said = (questions: readonly AskedQuestion[]) => told(questions).map(({ id, state }) => `${state} ${id}`);

/** One question a day for so many days back, answered after an exponential wait of so many days, seen at the day of asking. */
const asked = (from: number, to: number, mean: number, owedBy: "client" | "provider" = "provider", seed = 1) => {
  const chance = seededChance(seed);
  return Array.from({ length: from - to }, (_, at): AskedQuestion => {
    const age = from - at;
    const wait = chance.exponential(mean);
    const days = Math.min(wait, age);
    return { id: `q-${age}`, owedBy, askedOn: addDays(completeAsOf, -age), days, isAnswered: wait < age };
  });
};
const id = "communication-breakdown/questions-age/provider";

test("questions that wait three times as long are told for the side that owes the answers, with those that are open", () => {
  const slow = [...asked(230, 56, 1), ...asked(55, 0, 3.5)];
  expect(said(slow)).toEqual([`alarm ${id}`]);
  const [found] = told(slow);
  expect(found?.onset).toBe(addDays(completeAsOf, -55));
  expect(found?.statement).toMatch(
    /^Of the 55 questions and requests to the provider since 6 May 2026, 50 were answered; for the time that each has waited, that is 38 % of the pace of the half year before \(174 of 174 answered\)\. Half were answered within 47\.3 h\. Before, half were answered within 14\.5 h\. 5 are open, the oldest for 55 days\./,
  );
  expect(found?.evidence).toMatchObject({ asked: 55, askedBefore: 174, chance: { looks: 2 } });
  expect(found?.evidence.items).toContain("q-1");
  const clients = slow.map((one) => ({ ...one, owedBy: "client" as const }));
  expect(said(clients)).toEqual(["alarm communication-breakdown/questions-age/client"]);
});

test("a question that nobody ever answered counts for as long as it waits", () => {
  const silent = asked(55, 0, 1).map((one, at) => (at % 2 === 0 ? { ...one, days: 55 - at, isAnswered: false } : one));
  expect(said([...asked(230, 56, 1), ...silent])).toEqual([`alarm ${id}`]);
  expect(told([...asked(230, 56, 1), ...silent])[0]?.statement).toMatch(
    /Half are not answered yet\..* 29 are open, the oldest for 55 days/,
  );
});

test("the usual pace, a little slower, quicker, or too few to compare are not told", () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const before = asked(230, 56, 1, "provider", seed);
    for (const mean of [1, 1.2, 0.5])
      expect(said([...before, ...asked(55, 0, mean, "provider", seed + 50)])).toEqual([]);
  }
  expect(said([...asked(230, 56, 1), ...asked(9, 0, 60)])).toEqual([]);
  expect(said([...asked(80, 56, 1), ...asked(55, 0, 5)])).toEqual([]);
  // Questions of the last days are open because they are young.
  expect(said([...asked(230, 56, 6), ...asked(55, 0, 6)])).toEqual([]);
});

test("healthy sides are told far less often than the odds say", () => {
  const runs = Array.from({ length: 12 }, (_, seed) =>
    said([...asked(230, 56, 1.5, "provider", seed), ...asked(55, 0, 1.5, "provider", seed + 1000)]),
  );
  expect(runs.flat()).toEqual([]);
});
