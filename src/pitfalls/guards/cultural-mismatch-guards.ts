import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { hasHappened, placed } from "../../governance/partnership/record-reading.ts";
import { isFiller, isSamePerson } from "../../values/filler.ts";
import type { Side } from "../../values/side.ts";
import { addDays, type PlainDate } from "../../values/time.ts";
import { askAll, askEach, type GuardAnswer, type GuardRule, inPlace, missing, partial } from "./guard-rule.ts";

export const culturalMismatchGuards: readonly GuardRule[] = [
  { id: "fit-assessed-by-both-sides", ask: askFit },
  { id: "holidays-shared", ask: askHolidays },
  { id: "cross-cultural-training", ask: askTraining },
];

/** A way of working changes with people: an assessment older than two years says little. */
const assessmentHoldsDays = 730;

function askFit({ culture }: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const at = "culture.assessed";
  const remedy = "Let each side score the fit for itself, by its own people, and write down the day.";
  const isGood =
    (side: Side) =>
    ({ side: whose, on, scores }: { side: Side; on?: PlainDate | undefined; scores: object }) =>
      whose === side &&
      hasHappened(on, asOf) &&
      on >= addDays(asOf, -assessmentHoldsDays) &&
      Object.keys(scores).length > 0;
  const assessed = culture?.assessed ?? [];
  const [client, provider] = [assessed.find(isGood("client")), assessed.find(isGood("provider"))];
  if (client === undefined && provider === undefined)
    return missing("Neither side has assessed the fit within two years.", remedy, at);
  if (client === undefined || provider === undefined)
    return partial(`Only the ${client === undefined ? "provider" : "client"} has assessed the fit.`, remedy, at);
  if (isSamePerson(client.by, provider.by)) return partial(`${client.by} assessed the fit for both sides.`, remedy, at);
  return inPlace("Both sides have assessed the fit within two years.", at);
}

function askHolidays(record: PartnershipRecord): GuardAnswer {
  const written = Object.values(record.calendars).flat();
  const withHolidays = written.filter((calendar) => "holidays" in calendar && calendar.holidays.length > 0).length;
  return askAll(
    [
      { met: record.culture?.holidays_shared === true, lack: "holidays of each side are not in the other's calendar" },
      { met: withHolidays > 0, lack: "no calendar on record names public holidays" },
    ],
    {
      done: "Holidays are shared and stand in the calendars.",
      remedy: "Put both sides' holidays into calendars: and say holidays_shared: true once both have them.",
      at: "culture.holidays_shared",
    },
  );
}

function askTraining({ culture }: PartnershipRecord): GuardAnswer {
  return askEach({
    entries: placed(culture?.training ?? []),
    noun: ["training", "trainings"],
    nameOf: ({ entry }) => entry.title,
    at: ({ index }) => `culture.training[${index}]`,
    fault: ({ entry }) => {
      if (isFiller(entry.title)) return "says nothing";
      return entry.on === undefined ? "has no day" : null;
    },
    done: "Training in the other side's way of working has a day.",
    remedy: "Plan one session for both sides and write down its title and day under culture: training.",
    none: { message: "No training in the other side's way of working is planned.", at: "culture.training" },
  });
}
