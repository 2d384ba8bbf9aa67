import { expect, test } from "vitest";
import { replayLineText } from "./replay-verb.ts";

const finding = {
  id: "quality-decline/team",
  pitfall: "quality-decline",
  detector: "team",
  state: "alarm" as const,
  raisedAt: "2026-03-02",
  onset: null,
  subject: { kind: "metric", id: "csat", segment: { team: "amber\u001b[2J" } },
  statement: "Team amber\u001b[2J is worse.",
  evidence: {},
  playbook: [],
};

test("what a record brings cannot steer the terminal of whoever replays it", () => {
  const text = replayLineText({ at: "2026-03-02", change: "raised", finding });
  expect(text).not.toContain("\u001b");
  expect(text).toContain("amber\ufffd[2J is worse");
});

test("what stood before the first date says since when, and what was raised on it does not", () => {
  const stood = { ...finding, raisedAt: "2026-01-06" };
  const first = replayLineText({ at: "2026-03-02", change: "raised", finding: stood, stoodBefore: true });
  expect(first.replaceAll("\u00a0", " ")).toContain("quality-decline  stands since 6 January 2026\n");
  expect(replayLineText({ at: "2026-03-02", change: "raised", finding })).not.toContain("stands since");
});
