import { describe, expect, test } from "vitest";
import { fairBids, fairSelection, withBid } from "../../../test/fixtures/fair-selection.ts";
import { type RedFlag, redFlags } from "./red-flags.ts";
import { Selection } from "./selection.ts";

const firstAnswers = Selection.parse({ bids: fairBids }).bids[0]?.answers ?? {};

function stateOf(id: RedFlag["id"], selection: Selection, at = 0): string | undefined {
  const bid = selection.bids[at];
  return bid === undefined ? undefined : redFlags(bid, selection).find((flag) => flag.id === id)?.state;
}

function answering(question: string, answer: string | undefined): Selection {
  const others = Object.fromEntries(Object.entries(firstAnswers).filter(([asked]) => asked !== question));
  return withBid(0, { answers: answer === undefined ? others : { ...others, [question]: answer } });
}

test.each([
  ["24 agents and 2 team leads from 1 March", "clear"],
  ["eight people from week two, all hired by then", "clear"],
  [undefined, "raised"],
  ["TBD", "raised"],
  ["We always provide the best people for all your needs", "raised"],
  ["Our experienced staff will be assigned as required", "raised"],
  ["We hold ISO 27001 and so our staff are the best", "raised"],
])("staffing answered by %s is %s", (answer, state) => {
  expect(stateOf("staffing-unanswered", answering("staffing", answer))).toBe(state);
});

test.each([
  ["Team lead within 1 hour, then the delivery director, then the COO", "clear"],
  ["Rosa answers in 2 hours, then Luis", "clear"],
  [undefined, "raised"],
  ["?", "raised"],
  ["You can always reach out to our support team", "raised"],
  ["Any concern will be handled seriously and in 24 hours", "raised"],
])("an escalation path told as %s is %s", (answer, state) => {
  expect(stateOf("no-escalation-path", answering("escalation_path", answer))).toBe(state);
});

test.each([
  ["ISO 27001 certificate until 2027, MFA on every login", "clear"],
  ["MFA, role-based access, and access is removed within 4 hours", "clear"],
  ["We take security very seriously and use bank-grade, industry-leading measures", "raised"],
  ["We follow the principles of ISO 27001 and are working towards SOC 2", "raised"],
  ["We are not ISO 27001 certified, but plan to be soon", "raised"],
  ["Fully compliant with the highest standards", "raised"],
  ["n/a", "raised"],
])("security told as %s is %s", (answer, state) => {
  const selection = answering("security", answer);
  const bid = selection.bids[0];
  if (bid !== undefined) delete bid.responses.safety;
  expect(stateOf("vague-security", { ...selection, questionnaire: [] })).toBe(state);
});

test("one vague answer on security is not covered for by a good one elsewhere", () => {
  const selection = fairSelection();
  const bid = selection.bids[0];
  if (bid !== undefined)
    bid.responses.safety = { answer: "Best practices throughout", agrees: undefined, evidence: [] };
  expect(stateOf("vague-security", selection)).toBe("raised");
});

test.each([
  ["In 2023 we lost a client because we hired too late; since then we hire eight weeks ahead.", "clear"],
  ["We have never had any problems", "raised"],
  ["No mistakes so far, our service is perfect", "raised"],
  ["Everybody makes mistakes now and then, and so do we", "watch"],
  [undefined, "unknown"],
])("past mistakes told as %s is %s", (answer, state) => {
  expect(stateOf("denies-mistakes", answering("explains_past_mistakes", answer))).toBe(state);
});

describe("agreeing with everything", () => {
  const said = (answers: Readonly<Record<string, boolean>>) =>
    withBid(0, {
      responses: Object.fromEntries(
        Object.entries(answers).map(([id, agrees]) => [id, { answer: "As asked.", agrees }]),
      ),
    });

  test.each([
    ["yes to both of a planted pair", { "your-tools": true, "own-tools": true }, "raised"],
    ["yes and no to a planted pair", { "your-tools": true, "own-tools": false }, "clear"],
    ["only one of the pair answered", { "your-tools": true }, "unknown"],
    [
      "yes to five questions, with no pair among them",
      { goals: true, model: true, past: true, levels: true, ramp: true },
      "watch",
    ],
    ["four times yes", { goals: true, model: true, past: true, levels: true }, "unknown"],
  ])("%s is %s", (_, answers, state) => {
    expect(stateOf("agrees-with-everything", said(answers))).toBe(state);
  });

  test("a question planted against itself catches nobody", () => {
    const questionnaire = [{ id: "own-tools", point: "technology_fit", ask: "Own tools?", contradicts: "own-tools" }];
    const selection = fairSelection({
      questionnaire,
      bids: [{ id: "cedar", responses: { "own-tools": { answer: "Yes.", agrees: true } } }],
    });
    expect(stateOf("agrees-with-everything", selection)).toBe("unknown");
  });
});

describe("promises", () => {
  const promising = (figure: string, others: Readonly<Record<string, unknown>> = {}) =>
    withBid(0, { promises: [{ what: "first-answer-in-4h", figure }] }, others);

  test.each([
    ["90 %", "clear"],
    ["92 %", "watch"],
    ["93 %", "watch"],
    ["99 %", "raised"],
    ["100 %", "raised"],
  ])("%s, where references got 91 %% and the market reaches 93 %%, is %s", (figure, state) => {
    expect(stateOf("overpromises", promising(figure))).toBe(state);
  });

  test("where less is better, a promise of less than the best is too much", () => {
    const market = [{ what: "answer-time", low: "6h", high: "2h", better: "lower" }];
    const hours = (figure: string) => withBid(0, { promises: [{ what: "answer-time", figure }] }, { market });
    expect(stateOf("overpromises", hours("1h"))).toBe("raised");
    expect(stateOf("overpromises", hours("3h"))).toBe("clear");
  });

  test("far beyond four other bids is too much, even without a market figure", () => {
    const promises = (figure: string) => [{ what: "csat", figure }];
    const bids = ["98 %", "80 %", "81 %", "82 %", "83 %"].map((figure, at) => ({
      id: `bid-${at}`,
      promises: promises(figure),
    }));
    expect(stateOf("overpromises", fairSelection({ bids, market: [] }))).toBe("raised");
    expect(stateOf("overpromises", fairSelection({ bids, market: [] }), 2)).toBe("clear");
  });

  test("nothing to compare with, or another unit, is unknown and not clear", () => {
    expect(stateOf("overpromises", withBid(0, { promises: [{ what: "smiles", figure: "100 %" }] }))).toBe("unknown");
    expect(stateOf("overpromises", promising("2h"))).toBe("unknown");
    expect(stateOf("overpromises", withBid(0, { promises: [] }))).toBe("unknown");
  });
});

test("a bidder of whom nothing is on record is unknown throughout, not clear", () => {
  const silent = fairSelection({ bids: [{ id: "oak" }] });
  const [oak] = silent.bids;
  expect(oak === undefined ? [] : redFlags(oak, silent).map(({ state }) => state)).toEqual(Array(6).fill("unknown"));
});
