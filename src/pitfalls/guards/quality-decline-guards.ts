import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { hasHappened, peopleThere } from "../../governance/partnership/record-reading.ts";
import { cadenceDays } from "../../values/cadence.ts";
import { isFiller, isSaid } from "../../values/filler.ts";
import type { Side } from "../../values/side.ts";
import { addDays, type PlainDate } from "../../values/time.ts";
import { askAll, type GuardAnswer, type GuardRule, inPlace, missing, partial } from "./guard-rule.ts";

export const qualityDeclineGuards: readonly GuardRule[] = [
  { id: "quality-form", ask: askForm },
  { id: "sampling-plan", ask: askSampling },
  { id: "double-scoring", ask: askDoubleScoring },
  { id: "quality-audits", ask: askAudits },
  { id: "rework-defined", ask: askRework },
];

function askForm({ quality }: PartnershipRecord): GuardAnswer {
  return askAll(
    [
      { met: !isFiller(quality?.form), lack: "no scoring form" },
      { met: (quality?.critical_errors ?? []).some((error) => isSaid(error, 2)), lack: "no critical errors defined" },
    ],
    {
      done: "A scoring form and its critical errors are defined.",
      remedy: "Under quality: name the form: and list the critical_errors: that fail an item whatever its score.",
      at: "quality.form",
    },
  );
}

function askSampling({ quality }: PartnershipRecord): GuardAnswer {
  const at = "quality.sampling";
  const remedy = "Say which share of items, or how many for each agent a week, are looked at, chosen: at-random.";
  const { share, per_agent_a_week: perAgent, chosen } = quality?.sampling ?? {};
  const hasSize = (share ?? 0) > 0 || perAgent !== undefined;
  if (!hasSize) return missing("Nothing says how many items are looked at.", remedy, at);
  if (chosen === "by-hand")
    return partial("Reviewers pick the items by hand, so the score can be picked too.", remedy, at);
  if (chosen === undefined) return partial("Nothing says how the items are chosen.", remedy, at);
  return inPlace("How many items are looked at and how they are chosen is agreed.", at);
}

function askDoubleScoring(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const { double_scoring: double, calibration } = record.quality ?? {};
  const sides: readonly Side[] = ["client", "provider"];
  const attended = sides.every((side) => peopleThere(record, side, calibration?.attend ?? [], asOf).length > 0);
  return askAll(
    [
      {
        met: (double?.share ?? 0) > 0 && double?.by === "client",
        lack: "no reviews scored again by the client, blind",
      },
      { met: calibration !== undefined && attended, lack: "no calibration with people of both sides" },
    ],
    {
      done: "The client scores some reviews again, and both sides calibrate.",
      remedy: "Add double_scoring: with a share of reviews, and calibration: with every: and people of both sides.",
      at: "quality.double_scoring",
    },
  );
}

function askAudits({ quality }: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const at = "quality.audits";
  const remedy = "Set audits: every: and put down last_on: each time.";
  const audits = quality?.audits;
  if (audits === undefined) return missing("No audits of the process are planned.", remedy, at);
  if (!hasHappened(audits.last_on, asOf)) return partial("Audits are planned and none has been held.", remedy, at);
  const next = addDays(audits.last_on, Math.ceil(cadenceDays(audits.every)));
  if (next < asOf) return partial(`The last audit was on ${audits.last_on}; the next was due on ${next}.`, remedy, at);
  return inPlace(`The last audit was on ${audits.last_on}; the next is due on ${next}.`, at);
}

function askRework({ quality }: PartnershipRecord): GuardAnswer {
  const at = "quality.rework";
  const remedy = "Say in a sentence what counts as work done again, such as reopened within 14 days.";
  if (isFiller(quality?.rework)) return missing("Nothing says what counts as rework.", remedy, at);
  if (!isSaid(quality?.rework, 3)) return partial(`“${quality?.rework}” is too short to count rework by.`, remedy, at);
  return inPlace("What counts as rework is defined.", at);
}
