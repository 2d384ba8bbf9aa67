import { expect, test } from "vitest";
import { raisedWords } from "./raised-words.ts";

test("what stood already on the first week looked back at may be older, and is told so; what came later has its day", () => {
  expect(raisedWords({ raisedAt: "2026-03-31", mayBeOlder: true })).toBe("31\u00a0March\u00a02026 or before");
  expect(raisedWords({ raisedAt: "2026-04-07" })).toBe("7\u00a0April\u00a02026");
});
