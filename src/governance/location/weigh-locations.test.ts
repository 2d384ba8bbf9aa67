import { describe, expect, test } from "vitest";
import { CalendarDefinition } from "../../calendar/calendar-definition.ts";
import { LocationDecision } from "./location-decision.ts";
import { type LocatedRecord, weighLocations } from "./weigh-locations.ts";

const office = (zone: string, hours: string, holidays: readonly string[] = []) =>
  CalendarDefinition.parse({ zone, week: { "mon-fri": [hours] }, holidays });

const newYork = office("America/New_York", "09:00-17:00", ["US-NY"]);
const asOf = "2026-06-01";

function record(
  location: object,
  calendars: Record<string, CalendarDefinition> = {},
  zone = "America/New_York",
): LocatedRecord {
  const all = Object.entries({ office: newYork, ...calendars }).map(([name, calendar]) => [name, [calendar]]);
  return {
    zone,
    client: {},
    calendars: Object.fromEntries(all),
    location: LocationDecision.parse({ reachable: "office", ...location }),
  };
}

const place = (id: string, more: object = {}) => ({ id, kind: "nearshore", ...more });
const sanSalvador = place("san-salvador", {
  zone: "America/El_Salvador",
  week: { "mon-fri": ["08:00-17:00"] },
  holidays: "SV",
  languages: ["English", "Spanish"],
  cost_per_hour: "14.80 USD",
  wage_growth: "4 %",
  travel_hours: 7,
  legal_and_data: "standard clauses",
  culture: { client: 4, provider: 4 },
});
const manila = place("manila", {
  kind: "offshore",
  zone: "Asia/Manila",
  week: { "mon-fri": ["08:00-17:00"] },
  holidays: "PH",
  languages: ["English"],
  cost_per_hour: "11.20 USD",
  wage_growth: "6 %",
  travel_hours: 22,
  culture: { client: 4, provider: 2 },
});

function only(location: object, calendars?: Record<string, CalendarDefinition>, zone?: string) {
  const { options, ...rest } = weighLocations(record(location, calendars, zone), { asOf });
  const [option] = options;
  if (option === undefined) throw new Error("nothing was weighed");
  return { ...option, ...rest };
}

/**
 * Counted by hand with a wall calendar of 2026, which begins on a Thursday and has 261 weekdays. In the United States clocks
 * change on 8 March and 1 November, in Europe on 29 March and 25 October, in Sydney on 5 April and 4 October.
 * What is taken off are the weekdays on which either side keeps a public holiday, at the hours of that season.
 */
const byHand = [
  {
    pair: "New York and London, both 09:00–17:00",
    client: newYork,
    place: office("Europe/London", "09:00-17:00", ["GB-ENG"]),
    // 3 hours, 4 on 9–27 March and 26–30 October; 13 days of New York, 8 of England, 3 of them the same, none in those weeks
    hours: 241 * 3 + (15 + 5) * 4 - (13 + 8 - 3) * 3,
  },
  {
    pair: "New York 09:00–17:00 and San Salvador 08:00–17:00",
    client: newYork,
    place: office("America/El_Salvador", "08:00-17:00", ["SV"]),
    // 7 hours in the 34 weeks from 9 March to 30 October, 8 else; 5 + 5 holidays in the first, 8 and 2 November in the second
    hours: 34 * 5 * 7 + (261 - 34 * 5) * 8 - (5 + 5) * 7 - (8 + 1) * 8,
  },
  {
    pair: "Berlin 08:00–17:00 and Johannesburg 08:00–16:30",
    client: office("Europe/Berlin", "08:00-17:00", ["DE-BE"]),
    place: office("Africa/Johannesburg", "08:00-16:30", ["ZA"]),
    // 8½ hours in the 30 weeks from 30 March to 23 October, 7½ else; in summer 3, 6 and 27 April, 1, 14 and 25 May, 16 June,
    // 10 August and 24 September are free on either side; in winter 1 January, 16 and 25 December
    hours: 30 * 5 * 8.5 + (261 - 30 * 5) * 7.5 - 9 * 8.5 - 3 * 7.5,
  },
  {
    pair: "Los Angeles 09:00–17:00 and the night shift of Manila, 23:00–08:00",
    client: office("America/Los_Angeles", "09:00-17:00", ["US-CA"]),
    place: office("Asia/Manila", "23:00-08:00", ["PH"]),
    // the shift is 08:00–17:00 there in summer, 07:00–16:00 in winter, of the same date; 5 + 8 holidays in summer, 7 + 2 in winter
    hours: 34 * 5 * 8 + (261 - 34 * 5) * 7 - (5 + 8) * 8 - (7 + 2) * 7,
  },
  {
    pair: "London 08:00–17:00 and the late shift of Sydney, 13:00–21:00",
    client: office("Europe/London", "08:00-17:00", ["GB-ENG"]),
    place: office("Australia/Sydney", "13:00-21:00", ["AU-NSW"]),
    // 2 hours to 27 March, 3 on 30 March to 3 April, 4 to 2 October, 3 on 5–23 October, 2 to the end;
    // free on either side: 1 and 26 January | 3 April | 6 and 27 April, 4 and 25 May, 8 June, 31 August | 5 October | 25 and 28 December
    hours: (62 - 2) * 2 + (5 - 1) * 3 + (130 - 6) * 4 + (15 - 1) * 3 + (49 - 2) * 2,
  },
];

test.each(byHand)("hours in common in 2026 as counted by hand: $pair", ({ client, place: there, hours }) => {
  const { overlap } = only(
    { options: [place("there", { calendar: "there" })] },
    { office: client, there },
    client.zone,
  );
  expect(overlap).toMatchObject({ kind: "overlap", hours });
  const byMonth = overlap.kind === "overlap" ? overlap.byMonth : [];
  expect(byMonth.map(({ month }) => month)).toEqual(
    Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, "0")}`),
  );
  expect(byMonth.reduce((sum, month) => sum + month.hours, 0)).toBeCloseTo(hours, 6);
});

describe("one place", () => {
  test("the best and the worst week are told, since a mean hides the weeks when only one side has moved its clocks", () => {
    const london = place("london", { zone: "Europe/London", week: { "mon-fri": ["09:00-17:00"] }, holidays: "GB-ENG" });
    const { overlap } = only({ options: [london] });
    // The week of Christmas has three days, of 3 hours each; full weeks with 4 hours have 20.
    expect(overlap).toMatchObject({ mostInAWeek: 20, leastInAWeek: 12 });
  });

  test("hours that must be covered are held against those that are staffed", () => {
    const desk = office("America/New_York", "08:00-20:00");
    const { coverage } = only({ required: "desk", options: [{ ...sanSalvador, holidays: undefined }] }, { desk });
    // There 08:00–17:00 is 09:00–18:00 in winter, 10:00–19:00 in summer: 9 of 12 hours either way.
    expect(coverage).toMatchObject({ kind: "coverage", requiredHours: 261 * 12, coveredHours: 261 * 9, share: 0.75 });
  });

  test("the picture of the week is in the client's hours, and daylight saving makes an hour partial", () => {
    const { grid } = only(
      { options: [{ ...sanSalvador, holidays: undefined }] },
      { office: office("America/New_York", "09:00-17:00") },
    );
    expect(grid?.zone).toBe("America/New_York");
    expect(grid?.both.map((day) => day.length)).toEqual(Array(7).fill(24));
    const tuesday = grid?.both[1] ?? [];
    // 34 of 52 Tuesdays lie in summer, when San Salvador begins at 10 o'clock.
    expect(tuesday.slice(8, 11)).toEqual([0, Math.round((18 / 52) * 10_000) / 10_000, 1]);
    expect(tuesday[16]).toBe(1);
    expect(tuesday[17]).toBe(0);
    expect(grid?.both[5]).toEqual(Array(24).fill(0));
  });

  test("a shift over midnight is seen on the client's days", () => {
    const { grid } = only({
      options: [place("manila", { zone: "Asia/Manila", week: { "mon-fri": ["21:00-06:00"] } })],
    });
    // Monday 21:00 in Manila is Monday 08:00 or 09:00 in New York.
    expect(grid?.place[0]?.[10]).toBe(1);
    expect(grid?.place[0]?.[3]).toBe(0);
    expect(grid?.place[6]?.[12]).toBe(0);
  });

  test("coming holidays of one side are told with the hours that the other works alone", () => {
    const { collisions } = only({ options: [sanSalvador] });
    expect(collisions).toEqual([
      { on: "2026-06-19", holiday: "Juneteenth", away: "client", hoursAlone: 9 },
      { on: "2026-07-03", holiday: "Independence Day (substitute day)", away: "client", hoursAlone: 9 },
      { on: "2026-08-06", holiday: "Celebración del Divino Salvador del Mundo", away: "provider", hoursAlone: 8 },
    ]);
  });

  test("holidays after the year's end are coming all the same", () => {
    const { options } = weighLocations(record({ options: [sanSalvador] }), { asOf: "2026-12-20" });
    expect(options[0]?.collisions.map(({ on }) => on)).toContain("2027-01-18");
  });

  test("cost grows with wages, exactly, and comes over at the agreed rate", () => {
    const { cost } = only({
      years: 3,
      currency: "USD",
      exchange_rates: { EUR: 1.1 },
      options: [{ ...sanSalvador, cost_per_hour: "10 EUR" }],
    });
    expect(JSON.parse(JSON.stringify(cost))).toMatchObject({
      byYear: [{ amount: "11.00" }, { amount: "11.44" }, { amount: "11.8976", currency: "USD" }],
      // 34.3376 ÷ 3
      meanAnHour: { amount: "11.45", currency: "USD" },
      working: "10.00 EUR an hour at 1.1, 4 % a year, 3 years",
    });
  });

  test.each([
    [
      "no hours",
      place("x", { zone: "Asia/Manila" }),
      { kind: "unknown", because: "its working hours are not said: give calendar or week" },
    ],
    ["no zone", place("x", { week: { mon: ["09:00-17:00"] } }), { kind: "unknown", because: "its zone is not said" }],
  ])("with %s the overlap is unknown, never nothing", (_, option, expected) => {
    const { overlap, grid, findings } = only({ chosen: "x", options: [option] });
    expect(overlap).toEqual(expected);
    expect(grid).toBeNull();
    expect(findings.map(({ code }) => code)).toContain("overlap-unknown");
  });

  test("without the client's own hours nothing is guessed", () => {
    expect(only({ reachable: undefined, options: [sanSalvador] }).overlap).toMatchObject({ kind: "unknown" });
  });
});

describe("places side by side", () => {
  const both = (more: object = {}) =>
    weighLocations(record({ chosen: "san-salvador", options: [sanSalvador, manila], ...more }), { asOf });

  test("a hybrid has the hours of its parts together, and their cost by share", () => {
    const mix = place("mix", {
      kind: "hybrid",
      parts: [
        { option: "san-salvador", share: "60 %" },
        { option: "manila", share: "40 %" },
      ],
    });
    const { options } = both({ options: [sanSalvador, manila, mix], years: 1, languages: ["Spanish"] });
    const [first, second, third] = options.map(({ overlap }) =>
      overlap.kind === "overlap" ? overlap.hours : Number.NaN,
    );
    expect(third).toBe((first ?? 0) + (second ?? 0));
    // 0.6 × 14.80 + 0.4 × 11.20
    expect(JSON.stringify(options[2]?.cost)).toContain('"meanAnHour":{"amount":"13.36","currency":"USD"}');
    expect(options.map(({ languages }) => languages.missing)).toEqual([[], ["Spanish"], []]);
  });

  test("a hybrid is away only on holidays that all of its parts keep", () => {
    const mix = place("mix", {
      kind: "hybrid",
      parts: [
        { option: "san-salvador", share: "50 %" },
        { option: "manila", share: "50 %" },
      ],
    });
    const { options } = weighLocations(record({ options: [sanSalvador, manila, mix] }), { asOf: "2026-03-15" });
    const away = options.map(({ collisions }) =>
      collisions.filter((one) => one.away === "provider").map(({ on }) => on),
    );
    expect(away[0]).toEqual(["2026-04-02", "2026-04-03", "2026-05-01"]);
    expect(away[1]).toContain("2026-06-12");
    expect(away[2]).toEqual(away[0]);
  });

  test("a place that is worse in all that is known of both is beaten; one that is cheaper is not", () => {
    const dear = { ...sanSalvador, id: "dear", cost_per_hour: "19 USD", travel_hours: 9 };
    const { options } = both({ options: [sanSalvador, manila, dear] });
    expect(options.map(({ beatenBy }) => beatenBy)).toEqual([[], [], ["san-salvador"]]);
  });

  test.each([
    [
      "stated more than there is",
      { options: [{ ...sanSalvador, overlap_hours_a_week: 45 }, manila] },
      "alarm overlap-not-as-stated",
    ],
    ["stated less", { options: [{ ...sanSalvador, overlap_hours_a_week: 20 }, manila] }, "watch overlap-not-as-stated"],
    ["no hour in common", { chosen: "manila" }, "alarm no-overlap"],
    ["required hours not covered", { required: "office", chosen: "manila" }, "alarm hours-not-covered"],
    ["a language that nobody speaks", { languages: ["French"] }, "alarm language-missing"],
    ["a fit seen differently", { chosen: "manila" }, "watch fit-seen-differently"],
    ["law not looked at", { chosen: "manila" }, "watch law-unknown"],
    ["one place", { options: [sanSalvador] }, "watch nothing-to-compare"],
    ["holidays ahead", {}, "watch holiday-collision"],
  ])("findings: %s", (_, more, expected) => {
    expect(both(more).findings.map(({ code, state }) => `${state} ${code}`)).toContain(expected);
  });

  test("a stated overlap that is right within a tenth is not a finding", () => {
    const options = [{ ...sanSalvador, overlap_hours_a_week: 35 }, manila];
    expect(both({ options }).findings.map(({ code }) => code)).not.toContain("overlap-not-as-stated");
  });

  test.each([
    [
      "a negative cost",
      { options: [{ ...sanSalvador, cost_per_hour: "-1 USD" }] },
      "negative-price",
      "options.0.cost_per_hour",
    ],
    [
      "two currencies without a rate",
      { currency: "USD", options: [{ ...sanSalvador, cost_per_hour: "9 EUR" }, manila] },
      "currency-without-rate",
      "options.0.cost_per_hour",
    ],
    [
      "holidays in words",
      { options: [{ ...sanSalvador, holidays: "the usual ones" }] },
      "holiday-region-unknown",
      "options.0.holidays",
    ],
    [
      "parts of 90 %",
      { options: [sanSalvador, place("mix", { parts: [{ option: "san-salvador", share: "90 %" }] })] },
      "parts-do-not-sum",
      "options.1.parts",
    ],
    [
      "a mix of itself",
      { options: [place("mix", { parts: [{ option: "mix", share: "100 %" }] })] },
      "mix-of-mixes",
      "options.0.parts.0.option",
    ],
  ])("problems: %s is told at its place", (_, more, code, path) => {
    const { problems } = both(more);
    expect(problems.map((problem) => [problem.code, problem.path.slice(1).join(".")])).toEqual([[code, path]]);
    expect(problems[0]?.hint).not.toBe("");
  });

  test("a record without places has nothing to compare, and a comparison is plain data", () => {
    const { location: _, ...without } = record({});
    expect(weighLocations(without, { asOf }).options).toEqual([]);
    const comparison = both();
    expect(JSON.parse(JSON.stringify(comparison)).options).toHaveLength(2);
  });
});

test("the days on which clocks change are told for both zones, and none for a place that keeps its time", () => {
  const london = place("london", { zone: "Europe/London", week: { "mon-fri": ["09:00-17:00"] } });
  expect(only({ options: [london] }).clockChanges).toEqual([
    { zone: "America/New_York", on: "2026-03-08", byHours: 1 },
    { zone: "Europe/London", on: "2026-03-29", byHours: 1 },
    { zone: "Europe/London", on: "2026-10-25", byHours: -1 },
    { zone: "America/New_York", on: "2026-11-01", byHours: -1 },
  ]);
  const zones = only({ options: [manila] }).clockChanges.map(({ zone }) => zone);
  expect(zones).toEqual(["America/New_York", "America/New_York"]);
});

test("the hours in common are told week by week, so that clocks and holidays show", () => {
  const { overlap } = only({ options: [sanSalvador] });
  if (overlap.kind === "unknown") throw new Error(overlap.because);
  const weekOf = (from: string) => overlap.byWeek.find((week) => week.from === from)?.hours;
  expect(overlap.byWeek).toHaveLength(51);
  // 8 hours a day before the clocks change on 8 March, 7 after; two days of the third are Holy Thursday and Good Friday.
  expect([weekOf("2026-03-02"), weekOf("2026-03-09"), weekOf("2026-03-30")]).toEqual([40, 35, 21]);
});

test("the week's picture holds the hours that must be covered, where they are said", () => {
  expect(only({ options: [sanSalvador] }).grid?.required).toBeNull();
  const required = only({ options: [sanSalvador], required: "office" }).grid?.required;
  // A few of the 52 Mondays are holidays of New York.
  expect(required?.[0]?.[8]).toBe(0);
  expect(required?.[0]?.[9]).toBeGreaterThan(0.8);
  expect(required?.[6]?.[9]).toBe(0);
});
