import { holidayCollisions } from "../../../governance/location/holiday-collisions.ts";
import { hoursOfCalendar } from "../../../governance/location/place-hours.ts";
import { calendarLengthText, subtractLength } from "../../../values/calendar-length.ts";
import { addDays, daysBetween, startOfDay } from "../../../values/time.ts";
import { dayWords } from "../plain-figures.ts";
import { judgedOne } from "../record-finding.ts";
import { type Detector, nothingToJudge, together } from "../signal-reading.ts";

const aheadDays = 30;

/** Days of the next 30 on which the provider's calendar is closed for a holiday and the hours to be covered are open. */
export const holidayCollision: Detector = {
  id: "holiday-collision",
  mayClear: false,
  look: ({ record, asOf }) => {
    const needed = record.location?.required ?? record.client.calendar;
    const kept = record.provider.calendar;
    if (needed === undefined || kept === undefined || needed === kept) return nothingToJudge;
    const [from, to] = [addDays(asOf, 1), addDays(asOf, aheadDays)];
    // A day more on each side, so that no zone cuts a day short.
    const range = {
      start: startOfDay(addDays(from, -1), record.zone),
      end: startOfDay(addDays(to, 2), record.zone),
    };
    const [client, provider] = [needed, kept].map((name) => hoursOfCalendar(record.calendars, name, range, asOf));
    if (client?.kind !== "hours" || provider?.kind !== "hours") return nothingToJudge;
    const days = holidayCollisions(client, provider, from, to).filter(({ away }) => away === "provider");
    const [first] = days;
    if (first === undefined) return judgedOne(null);
    const named = days.map(({ on, holiday, hoursAlone }) => `${dayWords(on)} (${holiday}, ${hours(hoursAlone)})`);
    return judgedOne({
      ...{ pitfall: "wrong-location", detector: "holiday-collision", kind: "calendar", id: kept, state: "watch" },
      since: addDays(first.on, -aheadDays),
      statement: `In the ${aheadDays} days after ${dayWords(asOf)} the provider's calendar ${kept} is closed on ${days.length === 1 ? "a day" : `${days.length} days`} on which ${needed} is to be covered: ${named.join("; ")}.`,
      evidence: { from, to, needed, kept, days },
    });
  },
};

function hours(count: number): string {
  return `${Number(count.toFixed(1))} h to cover`;
}

/** A checkpoint that let growth go on before its phase had run as long as a criterion asks to be measured over. */
export const judgedTooEarly: Detector = {
  id: "judged-too-early",
  mayClear: false,
  look: ({ record, asOf }) =>
    together(
      (record.growth?.phases ?? []).flatMap(({ id, starts, checkpoint }) => {
        const { decided, decided_on: on } = checkpoint ?? {};
        if (starts === undefined || on === undefined || on > asOf || (decided !== "go" && decided !== "back"))
          return [];
        const asked = (checkpoint?.criteria ?? []).flatMap(({ metric, over }) =>
          over === undefined ? [] : [{ metric, over: calendarLengthText(over), needs: subtractLength(on, over) }],
        );
        const early = asked.filter(({ needs }) => needs < starts);
        const [first] = early.toSorted((one, other) => one.needs.localeCompare(other.needs));
        if (first === undefined) return asked.length === 0 ? [] : [judgedOne(null)];
        const days = daysBetween(starts, on);
        return [
          judgedOne({
            ...{ pitfall: "unrealistic-expectations", detector: "judged-too-early", kind: "growth-phase", id },
            ...{ state: "watch", since: on },
            statement: `“${decided}” was decided for phase ${id} on ${dayWords(on)}, ${days} days after it began; ${early.length} of its ${asked.length} criteria with a stretch of time ask for more, ${first.metric} for ${first.over}.`,
            evidence: { starts, decidedOn: on, decided, days, criteria: asked },
          }),
        ];
      }),
    ),
};
