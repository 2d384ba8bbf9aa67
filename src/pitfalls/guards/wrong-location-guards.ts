import type { LocationOption } from "../../governance/location/location-decision.ts";
import { type EssentiallyWeighed, weighEssentials } from "../../governance/location/weigh-locations.ts";
import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { hasHappened, isAhead, placed } from "../../governance/partnership/record-reading.ts";
import { isFiller, isSaid } from "../../values/filler.ts";
import type { PlainDate } from "../../values/time.ts";
import { askAll, askEach, type GuardAnswer, type GuardRule, inPlace, missing, partial } from "./guard-rule.ts";

export const wrongLocationGuards: readonly GuardRule[] = [
  { id: "places-compared", ask: askCompared },
  { id: "comparison-covers-what-matters", ask: askCoverage },
  { id: "location-revisited", ask: askRevisit },
];

function askCompared({ location }: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const options = location?.options ?? [];
  const different = new Set(options.map(({ kind, country, zone }) => `${kind} ${country ?? ""} ${zone ?? ""}`));
  return askAll(
    [
      {
        met: different.size >= 2,
        lack: `${different.size === 1 ? "one place" : "no places"} on record, which is no comparison`,
      },
      { met: options.some(({ id }) => id === location?.chosen), lack: "no chosen place among them" },
      {
        met: isSaid(location?.because, 3) && hasHappened(location?.on, asOf),
        lack: "no day and reason of the decision",
      },
    ],
    {
      done: `${different.size} places were compared, and the choice has its reason.`,
      remedy:
        "Under location: options, put at least two places side by side; say which was chosen, when and because of what.",
      at: "location",
    },
  );
}

function askCoverage(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const options = record.location?.options ?? [];
  const weighed = options.length === 0 ? [] : weighEssentials(record, asOf);
  return askEach({
    entries: placed(options),
    noun: ["place", "places"],
    nameOf: ({ entry }) => entry.id,
    at: ({ index }) => `location.options[${index}]`,
    fault: ({ entry, index }) => {
      const lacks = lacking(entry, weighed[index]);
      return lacks.length === 0 ? null : `lacks ${lacks.join(", ")}`;
    },
    done: "Every place was weighed by shared hours, holidays, language, culture, cost and staffing market.",
    remedy:
      "Give location: reachable, and for each place its hours (calendar, or zone and week), holidays, languages, culture, cost_per_hour and staffing_market; then see bellwether location.",
    none: { message: "No place is on record.", at: "location.options" },
  });
}

/** A figure for shared hours that nothing can be counted from is a claim: it does not count. */
function lacking(option: LocationOption, weighed: EssentiallyWeighed | undefined): readonly string[] {
  const { hours, cost, culture } = weighed ?? {};
  const asked: readonly (readonly [string, boolean])[] = [
    [`shared hours${hours?.kind === "unknown" ? ` (${hours.because})` : ""}`, hours?.kind === "known"],
    ["holidays", !isFiller(option.holidays)],
    ["languages", option.languages.some((language) => !isFiller(language))],
    ["culture as both sides see it", culture?.gap !== null && culture !== undefined],
    ["cost", cost?.kind === "cost"],
    ["staffing market", isSaid(option.staffing_market, 2)],
  ];
  return asked.filter(([, has]) => !has).map(([what]) => what);
}

function askRevisit({ location }: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const at = "location.revisit_on";
  const remedy = "Set revisit_on: to the day on which hours, cost and market are looked at again.";
  if (location?.revisit_on === undefined) return missing("No day is set to look at the place again.", remedy, at);
  if (!isAhead(location.revisit_on, asOf))
    return partial(`The place was to be looked at again on ${location.revisit_on}; that day has passed.`, remedy, at);
  return inPlace(`The place is looked at again on ${location.revisit_on}.`, at);
}
