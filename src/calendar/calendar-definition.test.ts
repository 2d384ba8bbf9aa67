import { expect, test } from "vitest";
import { CalendarDefinition } from "./calendar-definition.ts";

function problemsOf(written: unknown): string[] {
  const read = CalendarDefinition.safeParse(written);
  return (read.error?.issues ?? []).map((issue) => {
    const params = issue.code === "custom" ? issue.params : undefined;
    return [issue.path.join("."), params?.code ?? issue.code, issue.message, params?.hint ?? ""].join(" | ");
  });
}

test("a calendar is read as a person writes it", () => {
  const calendar = CalendarDefinition.parse({
    zone: "America/New_York",
    week: { "mon-thu": ["08:00-12:30", "13:00-20:00"], Friday: "22:00-06:00", "sat, sun": "closed" },
    breaks: { "mon-fri": ["10:00-10:15"], "2026-12-18": ["14:00-16:00"] },
    shifts: { "2026-11-28": ["09:00-24:00"] },
    holidays: ["US-NY", "2026-12-31", { in: "DE-BY", kinds: ["public", "bank"], but_not: ["Epiphany"] }],
    except: [
      { on: "2026-12-24", open: ["08:00-12:00"], because: "half day" },
      { from: "2026-12-26", to: "2026-12-30", closed: true, because: "company holidays" },
      { on: "2026-05-05", closed: "12:00-14:00", because: "all hands" },
    ],
  });
  expect(calendar.week.mon).toEqual([
    { start: 28_800, end: 45_000 },
    { start: 46_800, end: 72_000 },
  ]);
  expect(calendar.week.fri).toEqual([{ start: 79_200, end: 108_000 }]);
  expect(calendar.week.sun).toEqual([]);
  expect(calendar.breaks.weekly.fri).toEqual([{ start: 36_000, end: 36_900 }]);
  expect(calendar.breaks.dated["2026-12-18"]).toEqual([{ start: 50_400, end: 57_600 }]);
  expect(calendar.shifts["2026-11-28"]).toEqual([{ start: 32_400, end: 86_400 }]);
  expect(calendar.holidays.map((kept) => kept.kind)).toEqual(["region", "date", "region"]);
  expect(calendar.except.map((exception) => exception.kind)).toEqual(["open", "closed", "closed-in-part"]);
});

test("round the clock is every second of every day", () => {
  const { week } = CalendarDefinition.parse({ zone: "UTC", always: true });
  expect(Object.values(week)).toEqual(Array.from({ length: 7 }, () => [{ start: 0, end: 86_400 }]));
});

test("all mistakes of a calendar are told at once, each with its place and what to write", () => {
  expect(
    problemsOf({
      zone: "America/New_York",
      week: { "mon-fry": ["08:00-12:00"], tue: ["9 to 5", "10:00-10:00"], wed: "25:00-26:00" },
      holidays: ["US-QQ", "us-ny", "Portugal", "XX", { in: "US", but_not: ["Colombus Day"] }],
      breaks: { someday: ["10:00-11:00"] },
      except: [
        { on: "2026-12-24", open: ["08:00-12:00"], closed: true, because: "either" },
        { open: ["08:00-12:00"], because: "when" },
      ],
    }),
  ).toMatchInlineSnapshot(`
    [
      "week.mon-fry | weekday-unknown | "mon-fry" names no weekday | did you mean mon-fri? Days are written mon, mon-fri, sat, or daily",
      "week.tue.0 | hours-unreadable | "9 to 5" is no stretch of a day | hours are written as 08:00-12:30, 22:00-06:00 over midnight, or 00:00-24:00 for a whole day",
      "week.tue.1 | hours-unreadable | "10:00-10:00" is no stretch of a day | hours are written as 08:00-12:30, 22:00-06:00 over midnight, or 00:00-24:00 for a whole day",
      "week.wed | hours-unreadable | "25:00-26:00" is no stretch of a day | hours are written as 08:00-12:30, 22:00-06:00 over midnight, or 00:00-24:00 for a whole day",
      "breaks.someday | break-day-unknown | "someday" is neither a weekday nor a date | write mon-fri, sat or 2026-12-24",
      "holidays.0 | holiday-region-unknown | no holidays are known for "US-QQ" | Known in United States of America: AL, AK, AZ, AR, CA, CO, CT, DE, DC, FL, GA, HI, ID, IL, IN, IA, KS, KY, LA, ME, MD, MA, MI, MN, MS, MO, MT, NE, NV, NH, NJ, NM, NY, NC, ND, OH, OK, OR, PA, RI, SC, SD, TN, TX, UT, VT, VA, WA, WV, WI, WY",
      "holidays.1 | holiday-region-unknown | no holidays are known for "us-ny" | did you mean US-NY?",
      "holidays.2 | holiday-region-unknown | no holidays are known for "Portugal" | did you mean PT? Codes are ISO 3166, such as US-NY, PT or DE-BY",
      "holidays.3 | holiday-region-unknown | no holidays are known for "XX" | codes are ISO 3166, in capitals: a country such as PT, or a part of one such as US-NY or DE-BY",
      "holidays.4.but_not.0 | holiday-name-unknown | US has no holiday named "Colombus Day" | did you mean Columbus Day? Known are New Year's Day, Martin Luther King Jr. Day, Washington's Birthday, Memorial Day, Juneteenth, Independence Day, Labour Day, Columbus Day, Veterans Day, Thanksgiving Day, Christmas Day",
      "except.0 | exception-hours | an exception is either open or closed | write \`open: [08:00-12:00]\`, \`closed: true\` or \`closed: [12:00-14:00]\`",
      "except.1 | exception-dates | an exception needs its dates | write \`on: 2026-12-24\`, or \`from: 2026-12-24\` and \`to: 2026-12-31\`",
    ]
  `);
});

test("a day named twice is a mistake, since the second could add to the first or replace it", () => {
  const problems = problemsOf({ zone: "UTC", week: { "mon-fri": ["08:00-12:00"], fri: ["08:00-11:00"] } });
  expect(problems).toEqual([
    "week.fri | weekday-twice | the hours of fri are given twice | name each weekday once; put all hours of fri into one list",
  ]);
});

test.each([{ zone: "UTC" }, { zone: "UTC", always: true, week: { mon: ["08:00-12:00"] } }])(
  "a calendar has either a week or is always open: %j",
  (written) => expect(problemsOf(written)).toHaveLength(1),
);
