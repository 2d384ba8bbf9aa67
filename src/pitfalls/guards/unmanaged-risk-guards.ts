import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { isAhead, isThere, type Placed, placed } from "../../governance/partnership/record-reading.ts";
import { fallbackFault, isSevere } from "../../governance/risk/fallback-fault.ts";
import type { Risk } from "../../governance/risk/risk.ts";
import { cadenceDays } from "../../values/cadence.ts";
import { isSaid } from "../../values/filler.ts";
import { addDays, type PlainDate } from "../../values/time.ts";
import { askEach, type GuardAnswer, type GuardRule } from "./guard-rule.ts";

export const unmanagedRiskGuards: readonly GuardRule[] = [
  { id: "risks-have-owners", ask: askOwners },
  { id: "risks-are-reviewed", ask: askReviews },
  { id: "fallbacks-are-tested", ask: askFallbacks },
  { id: "audits-planned", ask: askAudits },
];

function askOwners(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askRisks(placed(record.risks), {
    key: "owner",
    fault: ({ title, owner, treatment }) => {
      if (!isSaid(title, 2)) return "does not say what could go wrong";
      if (!isThere(record, owner, asOf)) return "has no owner";
      return isSaid(treatment, 2) ? null : "does not say what is done about it";
    },
    done: "Every risk has an owner and a treatment.",
    remedy: "Give each risk owner: and treatment:.",
  });
}

function askReviews(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askRisks(placed(record.risks), {
    key: "review_on",
    fault: ({ review_on: on }) => {
      if (on === undefined) return "has no review date";
      return isAhead(on, asOf) ? null : `was to be reviewed on ${on}`;
    },
    done: "Every risk has its next review ahead.",
    remedy: "Review the risks whose day has passed, and set the next review_on:.",
  });
}

function askFallbacks(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const severe = placed(record.risks).filter(({ entry }) => isSevere(entry));
  return askRisks(severe.length > 0 ? severe : placed(record.risks), {
    key: "fallback",
    fault: ({ fallback }) => fallbackFault(fallback, asOf),
    done: "Every severe risk has a fallback that passed a test.",
    remedy:
      "For each severe risk, write fallback: with its plan:, try it on real work, and put down tested_on: and worked:.",
  });
}

function askAudits(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askEach({
    entries: placed(record.audits),
    noun: ["audit", "audits"],
    nameOf: ({ entry }) => entry.id,
    at: ({ index }) => `audits[${index}]`,
    fault: ({ entry: { on, every, last_on: last } }) => {
      const next = last === undefined || every === undefined ? on : addDays(last, Math.ceil(cadenceDays(every)));
      if (isAhead(on, asOf) || isAhead(next, asOf)) return null;
      return next === undefined ? "has no day" : `was due on ${next}`;
    },
    done: "Audits are planned.",
    remedy: "Set the next day with on: for each audit.",
    none: { message: "No audit is planned.", at: "audits" },
  });
}

function askRisks(
  risks: readonly Placed<Risk>[],
  words: { key: string; fault: (risk: Risk) => string | null; done: string; remedy: string },
): GuardAnswer {
  const { key, fault, done, remedy } = words;
  return askEach<Placed<Risk>>({
    entries: risks,
    noun: ["risk", "risks"],
    nameOf: ({ entry }) => entry.id,
    at: ({ index }) => `risks[${index}].${key}`,
    fault: ({ entry }) => fault(entry),
    done,
    remedy,
    none: { message: "No risk register is on record.", at: "risks" },
  });
}
