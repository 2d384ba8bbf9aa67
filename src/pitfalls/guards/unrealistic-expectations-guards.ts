import type { BusinessCase } from "../../governance/business-case/business-case.ts";
import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { isThere } from "../../governance/partnership/record-reading.ts";
import { isFiller } from "../../values/filler.ts";
import { addDays, type PlainDate } from "../../values/time.ts";
import { askAll, type GuardAnswer, type GuardRule, inPlace, missing, partial } from "./guard-rule.ts";

export const unrealisticExpectationsGuards: readonly GuardRule[] = [
  { id: "case-as-a-range", ask: askRange },
  { id: "case-has-owner-and-assumptions", ask: askOwner },
  { id: "not-judged-too-early", ask: askPatience },
];

const daysInMonth = 365.25 / 12;

function askRange({ business_case: made }: PartnershipRecord): GuardAnswer {
  const ramp = made?.full_productivity_in_months;
  const even = made?.break_even_in_months;
  const lack = (what: string, range: typeof ramp) =>
    range === undefined ? `no range for ${what}` : `the range for ${what} is one number`;
  return askAll(
    [
      { met: isRange(ramp), lack: lack("the ramp", ramp) },
      { met: isRange(even), lack: lack("the break-even", even) },
    ],
    {
      done: "Ramp and break-even are told as ranges.",
      remedy: "Give full_productivity_in_months: and break_even_in_months: as p10, p50 and p90 that differ.",
      at: "business_case",
    },
  );
}

function isRange(range: { p10: number; p90: number } | undefined): boolean {
  return range !== undefined && range.p10 < range.p90;
}

function askOwner(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askAll(
    [
      { met: isThere(record, record.business_case?.owner, asOf), lack: "nobody owns the business case" },
      {
        met: record.business_case?.assumptions.some((assumption) => !isFiller(assumption)) === true,
        lack: "no assumptions are written down",
      },
    ],
    {
      done: "The business case has an owner and its assumptions.",
      remedy: "Name owner: and list the assumptions: that must hold for the case.",
      at: "business_case",
    },
  );
}

function askPatience({ business_case: made }: PartnershipRecord): GuardAnswer {
  const at = "business_case.judged_not_before";
  const remedy = "Set judged_not_before: no earlier than the likely end of the ramp (starts plus its p50).";
  if (made?.judged_not_before === undefined)
    return missing("No day is set before which nobody passes a verdict.", remedy, at);
  const ready = likelyRampEnd(made);
  if (ready === null)
    return partial("The day of judgement cannot be set against the ramp, which has no start or range.", remedy, at);
  if (made.judged_not_before < ready)
    return partial(
      `A verdict is allowed from ${made.judged_not_before}, before the ramp is likely over on ${ready}.`,
      remedy,
      at,
    );
  return inPlace(`Nobody passes a verdict before ${made.judged_not_before}.`, at);
}

function likelyRampEnd({ starts, full_productivity_in_months: ramp }: BusinessCase): PlainDate | null {
  return starts === undefined || ramp === undefined ? null : addDays(starts, Math.floor(ramp.p50 * daysInMonth));
}
