import { describe, expect, test } from "vitest";
import type { Finding } from "../../assessment/verdict.ts";
import { storiesOf } from "./finding-stories.ts";

const asOf = "2026-06-30";
const figures = { value: 1, numerator: 1, denominator: 1, periods: 1 };
const moved = (...metrics: readonly string[]) => ({
  together: metrics.map((metric) => ({
    ...{ metric, segment: {}, unit: "share", every: "week", before: figures, since: figures, target: null },
  })),
});
const said = (id: string, more: Partial<Finding> = {}): Finding => ({
  ...{ id, pitfall: id.split("/")[0] ?? "", detector: id.split("/")[1] ?? "", state: "alarm", raisedAt: "2026-04-01" },
  ...{ onset: "2026-03-23", subject: { kind: "metric", id, segment: {} }, statement: "It is so.", evidence: {} },
  playbook: [],
  ...more,
});
const priced = (amount: string) => ({
  ...{ changed: "", since: "", howMuch: "", howSure: "", ifItGoesOn: "", items: "", owner: "" },
  ...{ shownBy: { verb: "invoice", figure: null }, costAMonth: { amount, currency: "USD" } },
});
const quiet = { raised: [], risen: [] };
const groups = (findings: readonly Finding[], kpis: Parameters<typeof storiesOf>[1]["kpis"] = []) =>
  storiesOf(findings, { asOf, kpis, sinceLastWeek: quiet }).map(({ findings: ids }) => ids);

describe("one trouble is one story", () => {
  test("changes that share a figure and began within ten weeks are told together, others apart", () => {
    const quality = said("quality-decline/worsening/kpis", { evidence: moved("qa", "csat") });
    const hollow = said("hollow-kpis/green/kpis", { evidence: moved("csat"), onset: "2026-03-09" });
    const long = said("slow-ramp/worsening/kpis", { evidence: moved("csat"), onset: "2025-10-06" });
    const other = said("cost-overrun/worsening/kpis", { evidence: moved("hours") });
    expect(groups([quality, hollow])).toEqual([[quality.id, hollow.id]]);
    expect(groups([quality, other])).toHaveLength(2);
    expect(groups([quality, long])).toHaveLength(2);
  });

  test("a level missed and an objective behind follow their figure, also under the name of the same figures", () => {
    const quality = said("quality-decline/worsening/kpis", { evidence: moved("csat") });
    const missed = said("poor-customer-feedback/service-level-missed/satisfaction", {
      ...{ subject: { kind: "service-level", id: "satisfaction", segment: {} }, onset: "2026-06-21" },
      evidence: { metric: "own-csat" },
    });
    const points = Array.from({ length: 8 }, (_, at) => ({
      ...{ period: { start: `2026-05-0${at + 1}`, end: `2026-05-0${at + 1}` }, value: at / 10, numerator: at },
      ...{ denominator: 10, lower: null, upper: null, centre: null, special: null },
    }));
    const kpi = { title: "CSAT", segment: {}, points, unit: "share", every: "week" } as const;
    const twins = [
      { ...kpi, metric: "csat" },
      { ...kpi, metric: "own-csat" },
    ];
    expect(groups([quality, missed], twins)).toEqual([[quality.id, missed.id]]);
    expect(groups([quality, missed])).toHaveLength(2);
  });

  test("two findings on the same risk are one story; two on the same metric's report and limit are not", () => {
    const risk = { kind: "risk", id: "outage", segment: {} };
    const late = said("unmanaged-risk/review-overdue/outage", { subject: risk, onset: "2025-12-11" });
    const untested = said("unmanaged-risk/fallback-untested/outage", {
      subject: risk,
      onset: "2025-01-01",
      state: "watch",
    });
    expect(groups([untested, late])).toEqual([[late.id, untested.id]]);
    const csat = { kind: "metric", id: "csat", segment: {} };
    const reported = said("lack-of-transparency/reported-differs/csat", { subject: csat });
    const bunched = said("hollow-kpis/bunched-at-limit/csat", { subject: csat });
    expect(groups([reported, bunched])).toHaveLength(2);
  });

  test("every finding stands in exactly one story", () => {
    const all = ["a", "b", "c", "d"].map((id, at) =>
      said(`${id}/worsening/kpis`, { evidence: moved(`m${at}`, `m${at + 1}`) }),
    );
    const lone = said("weak-security/evidence-out-of-date/soc-2", { onset: null });
    const told = groups([...all, lone]).flat();
    expect([...told].sort()).toEqual([...all, lone].map(({ id }) => id).sort());
    expect(groups([...all, lone])).toHaveLength(2);
  });
});

test("stories are read in this order: alarms, new, ending soon, getting worse, the most money", () => {
  const risk = (id: string, more: Partial<Finding> = {}) =>
    said(`unmanaged-risk/review-overdue/${id}`, { subject: { kind: "risk", id, segment: {} }, ...more });
  const fresh = risk("fresh");
  const ending = risk("ending", { evidence: { daysLeft: 12 } });
  const worse = said("quality-decline/worsening/kpis", { evidence: moved("csat") });
  const dear = risk("dear", { answers: priced("900.00") });
  const cheap = risk("cheap", { answers: priced("30.00") });
  const plain = risk("plain", { evidence: { daysLeft: -12 } });
  const newWatch = risk("new-watch", { state: "watch" });
  const all = [newWatch, plain, cheap, dear, worse, ending, fresh];
  const stories = storiesOf(all, { asOf, kpis: [], sinceLastWeek: { raised: [fresh.id, newWatch.id], risen: [] } });
  expect(stories.map(({ lead }) => lead)).toEqual(
    [fresh, ending, worse, dear, cheap, plain, newWatch].map(({ id }) => id),
  );
  expect(stories.map(({ because }) => because)).toEqual([
    ["new"],
    ["ends-soon"],
    ["getting-worse"],
    ["money"],
    ["money"],
    [],
    ["new"],
  ]);
});
