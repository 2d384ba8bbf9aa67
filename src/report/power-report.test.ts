import { expect, test } from "vitest";
import type { PowerReading } from "../pitfalls/power/power-reading.ts";
import { renderPower } from "./power-report.tsx";

const kpi: PowerReading["kpis"][number] = {
  ...{ metric: "cost", title: "Cost of an <i>item</i>\u202e", unit: "money", currency: "USD", every: "month" },
  ...{ better: "lower", pitfall: "cost-overrun", usual: 44.5, withTwiceTheRecords: 0.7 },
  smallest: [
    { weeks: 4, size: null },
    { weeks: 8, size: 12.25 },
    { weeks: 12, size: 8 },
  ],
};
const told: PowerReading = {
  asOf: "2026-06-30",
  heights: { weeksBetweenFalseAlarms: 13, lookers: 4, alarm: 130, watch: 65 },
  kpis: [kpi],
  unreadable: ["Complaints: only 3 weeks measured, 12 needed"],
  withoutKpi: ["weak-security"],
};
const subject = { partnership: "desk", title: "The <b>desk</b>", zone: "Europe/Lisbon" };

test("the page has each KPI with the smallest change told by 4, 8 and 12 weeks, in its unit, and what cannot be seen", () => {
  const page = renderPower(subject, told).replaceAll("\u00a0", " ");
  expect(page).toContain("1 KPI of 1 can show a change within 12 weeks.");
  for (const cell of ["44.50 USD", "not seen", "12.25 USD higher", "8.00 USD higher"])
    expect(page).toContain(`<div>${cell}</div>`);
  expect(page).toContain("Complaints: only 3 weeks measured, 12 needed");
  expect(page).toContain("With twice as many records");
  expect(page).not.toContain("undefined");
});

test("what a record brings is shown and not obeyed, and a part with nothing in it is left out", () => {
  const page = renderPower(subject, { ...told, unreadable: [] });
  expect(page).toContain("Cost of an &lt;i&gt;item&lt;/i&gt;\ufffd");
  expect(page).toContain("The &lt;b&gt;desk&lt;/b&gt;");
  expect(page).not.toContain("Cannot be seen yet");
});

test("where nothing is measured yet, the page says so and where records go", () => {
  const page = renderPower(subject, { ...told, kpis: [], heights: { ...told.heights, lookers: 0 } });
  expect(page).toContain("No KPI has enough history yet to show a change.");
  expect(page).toContain("twelve weeks of them begin to tell");
  expect(page).not.toContain("0 KPIs of 0");
});
