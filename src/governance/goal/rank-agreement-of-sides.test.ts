import { expect, test } from "vitest";
import { type GoalRanking, goalAgreement } from "./rank-agreement-of-sides.ts";
import type { SharedGoals } from "./shared-goals.ts";

const asOf = "2026-06-30";
const goals = (ranks: readonly (readonly [string, number?, number?])[]): SharedGoals => ({
  signed_by: [],
  ranked: ranks.map(([id, client, provider]) => ({ id, goal: `goal of ${id}`, client, provider })),
});
const three = goals([
  ["speed", 1, 3],
  ["cost", 2, 2],
  ["people", 3, 1],
]);
const answers = (side: "client" | "provider", respondent: string, order: readonly string[], on = "2026-05-01") =>
  order.map((goal, at): GoalRanking => ({ side, respondent, answered_on: on, goal, rank: at + 1 }));

test("sides that rank the other way round have tau −1, W 0, and part on every pair", () => {
  expect(goalAgreement(three, { asOf })).toMatchObject({
    tau: -1,
    betweenSides: { agreement: 0 },
    reversed: [
      ["speed", "cost"],
      ["speed", "people"],
      ["cost", "people"],
    ],
    goals: [
      { goal: "speed", client: 1, provider: 3, apart: 2 },
      { goal: "people", apart: -2 },
      { goal: "cost", apart: 0 },
    ],
    working:
      "3 goals ranked by 1 of the client and 1 of the provider; the mean orders put 3 of 3 pairs the other way round, tau -1.00",
  });
});

test("respondents stand for their side, and W within a side is the one of the textbook", () => {
  // Three judges on three goals: rank sums 4, 6, 8, so S = 8 and W = 12·8 ÷ (9·24) = 4/9.
  const rankings = [
    ...answers("client", "c1", ["speed", "cost", "people"]),
    ...answers("client", "c2", ["cost", "speed", "people"]),
    ...answers("client", "c3", ["speed", "people", "cost"]),
    ...answers("provider", "p1", ["speed", "cost", "people"]),
  ];
  const agreement = goalAgreement(three, { asOf, rankings });
  if (agreement.kind !== "agreement") throw new Error("too little data");
  expect(agreement.within.client?.agreement).toBeCloseTo(4 / 9, 12);
  expect(agreement.within.provider).toBeNull();
  expect(agreement.tau).toBe(1);
});

test.each<[string, readonly GoalRanking[]]>([
  [
    "somebody who answers twice counts once, by the latest",
    [
      ...answers("client", "c1", ["people", "cost", "speed"], "2026-06-01"),
      ...answers("client", "c1", ["speed", "cost", "people"]),
    ],
  ],
  [
    "answers after the day of asking do not count",
    [
      ...answers("client", "c1", ["people", "cost", "speed"]),
      ...answers("client", "c1", ["speed", "cost", "people"], "2026-07-01"),
    ],
  ],
  [
    "who ranks only a part is left out",
    [...answers("client", "c1", ["people", "cost", "speed"]), ...answers("client", "c2", ["speed"])],
  ],
])("%s", (_, rankings) => {
  const agreement = goalAgreement(three, { asOf, rankings });
  expect(agreement).toMatchObject({ tau: 1, judges: { client: 1, provider: 1 } });
});

test("a respondent who numbers from 10 weighs no more than one who numbers from 1", () => {
  const far = answers("client", "c2", ["people", "cost", "speed"]).map((row) => ({ ...row, rank: row.rank * 10 }));
  const agreement = goalAgreement(three, {
    asOf,
    rankings: [...answers("client", "c1", ["speed", "cost", "people"]), ...far],
  });
  expect(agreement).toMatchObject({ goals: [{ client: 2 }, { client: 2 }, { client: 2 }], tau: null });
});

test.each([
  ["no goals", undefined, 0],
  ["one goal", goals([["speed", 1, 1]]), 1],
  [
    "goals that only one side ranked",
    goals([
      ["speed", 1],
      ["cost", 2],
    ]),
    0,
  ],
])("%s are too little to compare", (_, shared, have) => {
  expect(goalAgreement(shared, { asOf })).toEqual({ kind: "too-little-data", have, need: 2 });
});
