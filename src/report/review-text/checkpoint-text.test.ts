import { expect, test } from "vitest";
import type { TenureMix } from "../../governance/growth/tenure-mix.ts";
import type { CheckpointReview } from "../../governance/partnership/review-checkpoints.ts";
import { checkpointPage } from "./checkpoint-text.ts";

const gate = (phase: string, parts: Partial<CheckpointReview>): CheckpointReview => ({
  ...{ phase, at: "growth", on: "2026-06-01", due: "due", criteria: [], decided: null, isAgainstEvidence: false },
  recommended: { decision: "hold", because: ["quality in 2026-04-02 to 2026-06-30."], uncovered: [] },
  tenureMix: null,
  ...parts,
});
const back = {
  decision: "back",
  because: ["quality has surely failed: 75.3 % in 2026-04-02."],
  uncovered: [],
} as const;
const page = (...checkpoints: CheckpointReview[]) => checkpointPage({ asOf: "2026-06-30", checkpoints, seed: 1 });
const plainSpaces = (text: string) => text.replaceAll("\u00a0", " ");

test("the headline leads with the worst gate that is not decided, with dates as people write them", () => {
  const ahead = gate("second", { on: "2026-07-31", due: "not-due", recommended: back });
  const { headline, tone } = page(gate("first", {}), ahead);
  expect(plainSpaces(headline)).toBe(
    "second, on 31 July 2026: back by the figures so far. quality has surely failed: 75.3 % in 2 April 2026.",
  );
  expect(tone).toBe("bad");
});

test("of equals the earliest leads, and what is decided leads only when all is", () => {
  expect(page(gate("first", {}), gate("second", {})).headline).toMatch(/^first: hold\./);
  const decided = { recommended: back, decided: { decision: "hold", on: "2026-06-02" } } as const;
  expect(page(gate("first", decided), gate("second", {})).headline).toMatch(/^second: hold\./);
  expect(page(gate("first", decided), gate("second", decided)).headline).toMatch(/^second: back\./);
});

test.each([
  [{ p10: -1.8, p50: -1.5, p90: -1.2 }, "Growth would cost 1.5 points of quality (P10 1.2, P90 1.8)"],
  [{ p10: -0.6, p50: -0.2, p90: 0.3 }, "Growth would cost 0.2 points of quality (P10 −0.3, P90 0.6)"],
  [{ p10: 0.1, p50: 0.4, p90: 0.9 }, "Growth would bring 0.4 points of quality (P10 0.1, P90 0.9)"],
])("what growth does has one sign: %j", (effect, said) => {
  const tenureMix: TenureMix = {
    ...({ kind: "tenure-mix", days: [], working: "200 plays from 2026-07-07" } as unknown as TenureMix),
    worst: { on: "2026-07-28", effect },
  };
  const [part] = page(gate("first", { tenureMix })).parts;
  const lines = (part?.lines ?? []).join(" ");
  expect(lines).toContain(said);
  expect(plainSpaces(lines)).toContain("on 28 July 2026. 200 plays from 7 July 2026.");
});
