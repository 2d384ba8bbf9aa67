import { expect, test } from "vitest";
import { type CommitmentRow, commitmentStanding } from "./commitment-standing.ts";

const promise = (
  id: string,
  firstDue: string,
  doneOn: string | null,
  more: Partial<CommitmentRow> = {},
): CommitmentRow => ({
  ...{ id, kind: "report", title: null, side: "provider", owner: null, firstDue, due: firstDue, doneOn },
  ...more,
});

test("a promise is kept by the day first given: one that was moved and met on its new day came late", () => {
  const [client, provider] = commitmentStanding(
    [
      promise("on-time", "2026-05-04", "2026-05-04"),
      promise("late", "2026-05-04", "2026-05-06"),
      promise("moved", "2026-05-04", "2026-05-20", { due: "2026-05-20" }),
      promise("open", "2026-06-01", null),
      promise("open-long", "2025-06-01", null),
    ],
    "2026-06-30",
  );
  expect(provider).toMatchObject({ fellDue: 4, keptOnFirstDay: 1, late: 2, moved: 1 });
  expect(provider?.open).toEqual([
    { id: "open-long", title: null, daysLate: 394 },
    { id: "open", title: null, daysLate: 29 },
  ]);
  expect(client).toEqual({ side: "client", fellDue: 0, keptOnFirstDay: 0, late: 0, moved: 0, open: [] });
});

test("what falls due today or later is no broken promise, and what is older than two quarters is history", () => {
  const [, provider] = commitmentStanding(
    [promise("today", "2026-06-30", null), promise("old", "2025-12-01", "2026-02-01")],
    "2026-06-30",
  );
  expect(provider).toMatchObject({ fellDue: 0, late: 0, open: [] });
});
