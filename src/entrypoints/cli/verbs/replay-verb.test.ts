import { expect, test } from "vitest";
import { replayLineText } from "./replay-verb.ts";

test("what a record brings cannot steer the terminal of whoever replays it", () => {
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
  const text = replayLineText({ at: "2026-03-02", change: "raised", finding });
  expect(text).not.toContain("\u001b");
  expect(text).toContain("amber\ufffd[2J is worse");
});
