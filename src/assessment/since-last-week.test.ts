import { expect, test } from "vitest";
import { sinceLastWeek } from "./since-last-week.ts";
import type { Finding } from "./verdict.ts";

const said = (id: string, state: Finding["state"], subject = { kind: "metric", id, segment: {} }): Finding => {
  const [pitfall = "", detector = ""] = id.split("/");
  return {
    ...{ id, pitfall, detector, state, subject, raisedAt: "2026-06-01", onset: null, statement: "It is so." },
    ...{ evidence: {}, playbook: [] },
  };
};

test("what is new, has risen, has eased or is over is told apart; what stands as it stood is not told", () => {
  const then = [said("a/x/1", "watch"), said("b/x/1", "alarm"), said("c/x/1", "alarm"), said("d/x/1", "watch")];
  const now = [said("a/x/1", "alarm"), said("b/x/1", "watch"), said("d/x/1", "watch"), said("e/x/1", "alarm")];
  expect(sinceLastWeek("2026-06-23", then, now, () => [])).toEqual({
    from: "2026-06-23",
    ...{ raised: ["e/x/1"], risen: ["a/x/1"], eased: ["b/x/1"] },
    cleared: [{ id: "c/x/1", pitfall: "c", state: "alarm", statement: "It is so.", nowToldBy: null }],
  });
});

test("a forecast that came true and a change that another pitfall tells now are not over", () => {
  const level = { kind: "service-level", id: "rework", segment: {} };
  const then = [
    said("q/period-end-forecast/rework", "alarm", level),
    said("p/worsening/kpis", "alarm"),
    said("p/other/x", "watch"),
  ];
  const now = [said("q/service-level-missed/rework", "watch", level)];
  const toldUnder = (pitfall: string) => (pitfall === "p" ? ["q/worsening/kpis"] : []);
  expect(sinceLastWeek("2026-06-23", then, now, toldUnder).cleared.map(({ nowToldBy }) => nowToldBy)).toEqual([
    "q/service-level-missed/rework",
    "q/worsening/kpis",
    null,
  ]);
});
