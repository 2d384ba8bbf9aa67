import type { LocationFinding, LocationWeighed } from "./location-comparison.ts";
import type { LocationDecision } from "./location-decision.ts";

/** What the comparison shows: figures that were stated and do not hold, and what speaks against the chosen place. */
export function locationFindings(
  decision: LocationDecision,
  weighed: readonly LocationWeighed[],
): readonly LocationFinding[] {
  const each = weighed.flatMap((option, index) => {
    const path = ["location", "options", index];
    const stated = decision.options[index]?.overlap_hours_a_week;
    return [
      ...statedOverlap(option, stated, [...path, "overlap_hours_a_week"]),
      ...(option.isChosen ? chosenFindings(option, path) : []),
    ];
  });
  if (weighed.length !== 1) return each;
  const statement = "one place on record is no comparison";
  return [...each, { code: "nothing-to-compare", state: "watch", path: ["location", "options"], statement }];
}

/** Off by more than an hour and a tenth, what was stated is not what the calendars give. */
function statedOverlap(
  { id, overlap }: LocationWeighed,
  stated: number | undefined,
  path: LocationFinding["path"],
): readonly LocationFinding[] {
  if (stated === undefined || overlap.kind === "unknown") return [];
  const off = Math.abs(stated - overlap.hoursAWeek);
  if (off <= Math.max(1, stated / 10)) return [];
  const statement = `${id}: ${stated} hours a week in common are stated, the calendars give ${overlap.hoursAWeek}`;
  return [{ code: "overlap-not-as-stated", state: stated > overlap.hoursAWeek ? "alarm" : "watch", path, statement }];
}

function chosenFindings(option: LocationWeighed, path: LocationFinding["path"]): readonly LocationFinding[] {
  const { id, coverage, overlap, languages, culture, beatenBy, collisions } = option;
  const found: LocationFinding[] = [];
  const tell = (code: string, state: LocationFinding["state"], statement: string) =>
    found.push({ code, state, path, statement: `${id}: ${statement}` });
  if (overlap.kind === "unknown")
    tell("overlap-unknown", "watch", `the hours in common are unknown, because ${overlap.because}`);
  else if (overlap.hours === 0) tell("no-overlap", "alarm", "there is not one hour in which both sides work");
  if (coverage.kind === "coverage" && coverage.share < 1) {
    const missing = Math.round((coverage.requiredHours - coverage.coveredHours) * 100) / 100;
    tell(
      "hours-not-covered",
      coverage.share < 0.9 ? "alarm" : "watch",
      `${missing} of ${coverage.requiredHours} required hours are unstaffed`,
    );
  }
  if (languages.missing.length > 0)
    tell("language-missing", "alarm", `nobody there speaks ${languages.missing.join(", ")}`);
  if (culture.gap !== null && culture.gap >= 2) {
    tell(
      "fit-seen-differently",
      "watch",
      `the client rates the fit ${culture.client} of 5, the provider ${culture.provider}`,
    );
  }
  if (option.legalAndData === null)
    tell("law-unknown", "watch", "what law and data protection allow from there is not said");
  if (beatenBy.length > 0) {
    tell(
      "beaten",
      "watch",
      `${beatenBy.join(", ")} is at least as good in all that is known of both, and better in something`,
    );
  }
  for (const { on, holiday, away, hoursAlone } of collisions) {
    tell(
      "holiday-collision",
      "watch",
      `on ${on} the ${away} is away (${holiday}), and the other side works ${hoursAlone} hours alone`,
    );
  }
  return found;
}
