import { expect, test } from "vitest";
import { PartnershipRecord } from "./partnership-record.ts";
import { versionNotices } from "./version-notices.ts";

const answered = { share_of: "survey_responses", having: "score >= 4", better: "higher" };

function told(parts: { levels?: readonly object[]; metrics?: readonly object[] }) {
  const record = PartnershipRecord.parse({
    ...{ partnership: "small", zone: "UTC", client: { name: "A" }, provider: { name: "B" } },
    metrics: { csat: parts.metrics ?? [answered] },
    service_levels: (parts.levels ?? [{}]).map((level) => ({
      id: "s",
      metric: "csat",
      every: "month",
      target: "80 %",
      ...level,
    })),
  });
  return versionNotices(record);
}

test.each<[string, Parameters<typeof told>[0], string]>([
  [
    "a second version of a level in the middle of its month",
    { levels: [{}, { effective_from: "2026-03-15" }] },
    "s changes on 2026-03-15, inside a month: it judges from 2026-04-01 on, and until then the version before it holds",
  ],
  [
    "a first version in the middle of its month",
    { levels: [{ effective_from: "2026-03-02" }] },
    "s changes on 2026-03-02, inside a month: it judges from 2026-04-01 on, and nothing judges the days before",
  ],
  [
    "a level over quarters that begins with a month",
    { levels: [{ every: "quarter", effective_from: "2026-02-01" }] },
    "s changes on 2026-02-01, inside a quarter: it judges from 2026-04-01 on, and nothing judges the days before",
  ],
  [
    "a definition that changes inside the month of its level",
    { metrics: [answered, { ...answered, having: "score >= 5", effective_from: "2026-04-08" }] },
    "csat changes on 2026-04-08, inside a month: it judges from 2026-05-01 on, and until then the definition before it holds",
  ],
])("%s is told", (_, parts, message) => {
  expect(told(parts)).toMatchObject([
    { code: "begins-inside-a-period", message, hint: expect.stringContaining("first day") },
  ]);
});

test.each<[string, Parameters<typeof told>[0]]>([
  ["a version that begins with its month", { levels: [{}, { effective_from: "2026-04-01" }] }],
  ["a level over weeks that begins on a Monday", { levels: [{ every: "week", effective_from: "2026-03-16" }] }],
  [
    "a first definition, which measures what came before it too",
    { metrics: [{ ...answered, effective_from: "2026-04-08" }] },
  ],
  [
    "a definition that no level uses over periods",
    { levels: [], metrics: [answered, { ...answered, effective_from: "2026-04-08" }] },
  ],
])("%s is left alone", (_, parts) => expect(told(parts)).toEqual([]));
