import { expect, test } from "vitest";
import { movedFinding } from "../../test/pitfalls/moved-finding.ts";
import { withFirstDay } from "./stand-at-dates.ts";

const finding = movedFinding("watch");
/** Dates on which the finding stood, or did not. */
const said = (...stood: readonly boolean[]) =>
  stood.map((is, at) => ({ asOf: `2026-03-0${at + 1}`, pitfalls: { findings: is ? [finding] : [] } }));

test("a finding has the first day of the run that it stands in", () => {
  expect(withFirstDay(said(true, false, true, true), finding)).toEqual({ ...finding, raisedAt: "2026-03-03" });
  expect(withFirstDay(said(false, true), finding).raisedAt).toBe("2026-03-02");
});

test("one that stood on every date looked back at may be older; on a single date nobody looked back", () => {
  expect(withFirstDay(said(true, true, true), finding)).toMatchObject({ raisedAt: "2026-03-01", mayBeOlder: true });
  expect(withFirstDay(said(true), finding).mayBeOlder).toBeUndefined();
});
