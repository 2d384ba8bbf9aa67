import { describe, expect, test } from "vitest";
import { fairBids, fairSelection, withBid } from "../../../test/fixtures/fair-selection.ts";
import { evaluateSelection } from "./evaluate-selection.ts";
import type { Selection } from "./selection.ts";

const evaluate = (selection: Selection) => evaluateSelection(selection, { asOf: "2026-03-01", draws: 2000 });
const codes = (selection: Selection) => evaluate(selection).problems.map(({ code }) => code);
const found = (selection: Selection) => evaluate(selection).findings.map(({ code }) => code);

describe("a fair selection", () => {
  const evaluation = evaluate(fairSelection({ chosen: "cedar" }));

  test("has no problems and no findings", () => {
    expect(evaluation.problems).toEqual([]);
    expect(evaluation.findings).toEqual([]);
  });

  test("is ranked by three methods, which name the same winner", () => {
    expect(evaluation.ranking).toMatchObject({
      kind: "ranked",
      bids: ["cedar", "maple", "birch"],
      winners: ["cedar"],
      doMethodsAgree: true,
      methods: [
        { method: "weighted-sum", places: [1, 2, 3] },
        { method: "topsis", places: [1, 2, 3] },
        { method: "promethee-2", places: [1, 2, 3] },
      ],
    });
  });

  test("says at exactly which weight of price the winner changes", () => {
    // Quality (0.4 × 87.5 + 0.3 × 77.5) ÷ 0.7 = 83.214… against 63.571…, price 1.5 ÷ 1.9 against 1.
    const [cedar, maple] = [582.5 / 700, 445 / 700];
    const crossing = (cedar - maple) / (cedar - maple + 1 - 1.5 / 1.9);
    expect(evaluation.robustness?.winsTo).toBeCloseTo(crossing, 12);
    expect(evaluation.robustness?.sentence).toBe(
      "Cedar Contact wins only if price counts less than 48.3 %; it counts 30 %.",
    );
  });

  test("says how often each bid would win with other weights", () => {
    const [cedar, maple, birch] = evaluation.robustness?.acceptability.anyWeights ?? [];
    expect(cedar?.places[0]).toBeGreaterThan(0.65);
    expect((cedar?.places[0] ?? 0) + (maple?.places[0] ?? 0)).toBeCloseTo(1, 9);
    expect(birch?.centralWeights).toBeNull();
  });

  test("covers all eight points and the three experience questions", () => {
    const [cedar] = evaluation.bids;
    expect(cedar?.points.map(({ state }) => state)).toEqual(Array(8).fill("covered"));
    expect(cedar?.questions.map(({ state }) => state)).toEqual(Array(3).fill("concrete"));
  });

  test("is plain data", () => {
    expect(JSON.parse(JSON.stringify(evaluation))).toEqual(evaluation);
  });

  test("is the same every time", () => {
    expect(evaluate(fairSelection({ chosen: "cedar" }))).toEqual(evaluation);
  });
});

test("a cheap bid that wins by price alone wins only if price counts more than 48.3 %, and that is a finding", () => {
  const criteria = [
    { id: "experience", weight: "20 %" },
    { id: "team", weight: "15 %" },
    { id: "cost", kind: "price", weight: "65 %" },
  ];
  const evaluation = evaluate(fairSelection({ criteria }));
  expect(evaluation.ranking).toMatchObject({ winners: ["maple"] });
  expect(evaluation.robustness).toMatchObject({
    sentence: "Maple Answers wins only if price counts more than 48.3 %; it counts 65 %.",
    isPriceDriven: true,
    isRobustToPrice: false,
  });
  expect(evaluation.findings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(["price-driven-award", "winner-not-robust", "winner-not-seen"]),
  );
});

test("a threshold close to the weight is written with as many digits as tell them apart", () => {
  // The winner changes at 48.2679 %.
  const criteria = [
    { id: "experience", weight: "29.5572 %" },
    { id: "team", weight: "22.1679 %" },
    { id: "cost", kind: "price", weight: "48.2749 %" },
  ];
  expect(evaluate(fairSelection({ criteria })).robustness?.sentence).toBe(
    "Maple Answers wins only if price counts more than 48.268 %; it counts 48.275 %.",
  );
});

test.each([
  ["never opened", { price_opened_on: undefined }, "Prices have not been opened."],
  ["to be opened later", { price_opened_on: "2026-03-02" }, "Prices are to be opened on 2026-03-02."],
  ["opened before quality was scored", { price_opened_on: "2026-02-14" }, "before quality was scored on 2026-02-15"],
  ["opened without a word on quality", { quality_scored_on: undefined }, "nothing shows that quality had been scored"],
  ["opened before one evaluator scored", { scored_on: { ana: "2026-02-20" } }, "before ana scored on 2026-02-20"],
])("prices that were %s are neither ranked nor shown", (_, parts, because) => {
  const evaluation = evaluate(fairSelection(parts));
  expect(evaluation.ranking.kind).toBe("not-ranked");
  expect(evaluation.ranking).toMatchObject({ because: expect.stringContaining(because) });
  expect(evaluation.robustness).toBeNull();
  expect(evaluation.bids.map(({ price }) => price)).toEqual([null, null, null]);
  expect(JSON.stringify(evaluation)).not.toContain("1900000");
  expect(evaluation.qualityRanking.map(({ bid }) => bid)).toEqual(["cedar", "birch", "maple"]);
});

test("prices opened on the day of the last score are ranked, with a finding", () => {
  const evaluation = evaluate(fairSelection({ price_opened_on: "2026-02-15" }));
  expect(evaluation.ranking.kind).toBe("ranked");
  expect(evaluation.findings.map(({ code }) => code)).toContain("opened-on-the-same-day");
});

const twin = { ...fairBids[0], id: "cedar-again", name: "Cedar Again" };

test.each<[string, Selection, readonly string[]]>([
  [
    "weights that do not sum",
    fairSelection({
      criteria: [
        { id: "experience", weight: "50 %" },
        { id: "team", weight: "30 %" },
        { id: "cost", kind: "price", weight: "30 %" },
      ],
    }),
    ["weights-do-not-sum"],
  ],
  [
    "no weights",
    fairSelection({ criteria: [{ id: "experience" }, { id: "team" }, { id: "cost", kind: "price" }] }),
    ["weights-missing"],
  ],
  [
    "a weight below nothing",
    fairSelection({
      criteria: [
        { id: "experience", weight: "90 %" },
        { id: "team", weight: "-20 %" },
        { id: "cost", kind: "price", weight: "30 %" },
      ],
    }),
    ["negative-weight"],
  ],
  [
    "no price criterion",
    fairSelection({
      criteria: [
        { id: "experience", weight: "50 %" },
        { id: "team", weight: "50 %" },
      ],
    }),
    ["no-price-criterion"],
  ],
  ["a single bidder", fairSelection({ bids: fairBids.slice(0, 1) }), ["single-bidder"]],
  ["no bidder", fairSelection({ bids: [] }), ["single-bidder"]],
  ["identical bids", fairSelection({ bids: [...fairBids, twin] }), ["identical-bids"]],
  ["one bid entered twice", fairSelection({ bids: [...fairBids, fairBids[0]] }), ["duplicate-id", "identical-bids"]],
  ["a negative price", withBid(1, { price: "-1500000 USD" }), ["price-not-above-zero"]],
  ["a price of nothing", withBid(1, { price: "0 USD" }), ["price-not-above-zero"]],
  ["no price", withBid(1, { price: undefined }), ["price-missing"]],
  ["mixed currencies without a rate", withBid(1, { price: "1400000 EUR" }), ["currency-without-rate"]],
  [
    "an own estimate without a rate",
    fairSelection({ own_estimate: "1700000 EUR", currency: "USD" }),
    ["currency-without-rate"],
  ],
  [
    "a criterion that nobody scored",
    withBid(1, { scores: { ana: { experience: 60 }, joel: { experience: 65 } } }),
    ["score-missing"],
  ],
  [
    "a score on no criterion",
    withBid(1, { scores: { ana: { experience: 60, team: 70, price: 90 } } }),
    ["unknown-criterion"],
  ],
  ["a chosen bid that is none", fairSelection({ chosen: "oak" }), ["unknown-bid"]],
])("%s is a problem with place and hint, and nothing is ranked", (_, selection, expected) => {
  const { problems, ranking } = evaluate(selection);
  expect(problems.map(({ code }) => code)).toEqual(expected);
  for (const { path, message, hint } of problems) {
    expect(path[0]).toBe("selection");
    expect(path.length).toBeGreaterThan(1);
    expect(message).not.toBe("");
    expect(hint).not.toBe("");
  }
  expect(ranking.kind).toBe("not-ranked");
});

test("the place of a problem is that of the bid which has it", () => {
  expect(evaluate(withBid(2, { price: "-1 USD" })).problems[0]?.path).toEqual(["selection", "bids", 2, "price"]);
});

test("several problems are told at once", () => {
  expect(codes(withBid(1, { price: "-1 USD" }, { chosen: "oak" }))).toEqual(["unknown-bid", "price-not-above-zero"]);
});

test("a rate lets currencies be compared, to the cent", () => {
  const evaluation = evaluate(withBid(1, { price: "1400000.10 EUR" }, { exchange_rates: { EUR: 1.1 } }));
  expect(evaluation.problems).toEqual([]);
  expect(evaluation.bids[1]?.price).toMatchObject({
    offered: { amount: "1400000.10", currency: "EUR" },
    compared: { amount: "1540000.11", currency: "USD" },
  });
});

describe("criteria compared in pairs", () => {
  const criteria = [{ id: "experience" }, { id: "team" }, { id: "cost", kind: "price" }];
  const pair = (criterion: string, over: string, times: number) => ({ criterion, over, times });
  const agreeing = [pair("experience", "team", 2), pair("experience", "cost", 4), pair("team", "cost", 2)];

  test("give the weights", () => {
    const { weights, problems } = evaluate(fairSelection({ criteria, comparisons: agreeing }));
    expect(problems).toEqual([]);
    expect(weights).toMatchObject({ kind: "compared", consistencyRatio: expect.closeTo(0, 9) });
    expect(weights.kind === "compared" ? weights.weights : []).toEqual(
      [4 / 7, 2 / 7, 1 / 7].map((x) => expect.closeTo(x, 9)),
    );
  });

  test.each([
    ["a pair left out", agreeing.slice(1), ["weights-missing"]],
    ["a pair compared twice", [...agreeing, pair("team", "experience", 3)], ["compared-twice"]],
    ["a criterion compared with itself", [...agreeing, pair("team", "team", 1)], ["compared-with-itself"]],
    ["a stranger", [...agreeing, pair("team", "looks", 1)], ["unknown-criterion"]],
  ])("%s is a problem", (_, comparisons, expected) => {
    expect(codes(fairSelection({ criteria, comparisons }))).toEqual(expected);
  });

  test("that go round in a circle are a finding", () => {
    const circle = [pair("experience", "team", 5), pair("team", "cost", 5), pair("cost", "experience", 5)];
    expect(found(fairSelection({ criteria, comparisons: circle }))).toContain("comparisons-contradict");
  });
});

test.each<[string, Selection, string]>([
  ["a choice against the scores without a reason", fairSelection({ chosen: "birch" }), "chosen-without-reason"],
  ["a stopgap for a reason", fairSelection({ chosen: "birch", because: "TBD" }), "chosen-without-reason"],
  [
    "a choice against the scores with a reason",
    fairSelection({ chosen: "birch", because: "the only one with a site in our own time zone" }),
    "chosen-against-scores",
  ],
  ["a winner whom nobody has seen", withBid(0, { visits: [], references: [], pilot: undefined }), "winner-not-seen"],
  [
    "a visit that is still to come",
    withBid(0, { visits: [{ site: "San Salvador", on: "2026-04-01", found: "calm floor, leads at hand" }] }),
    "winner-not-seen",
  ],
  ["the same price to the cent", withBid(2, { price: "1900000 USD" }), "same-price"],
  ["an abnormally low bid", withBid(1, { price: "1100000 USD" }), "abnormally-low-bid"],
  [
    "points that nobody was asked about",
    fairSelection({ questionnaire: [], bids: fairBids.map((bid) => ({ ...bid, responses: {} })) }),
    "points-not-asked",
  ],
])("%s is a finding", (_, selection, code) => {
  expect(found(selection)).toContain(code);
});
