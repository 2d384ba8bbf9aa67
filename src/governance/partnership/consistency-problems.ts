import { cyclesIn } from "../../values/cycles.ts";
import { PlainDate } from "../../values/time.ts";
import { isGroup, type RecordProblem, select, textOf, under, type WrittenValue } from "./record-problem.ts";

/** Where the record as written contradicts itself: ids twice, dates out of order, circles, sums that do not add up. */
export function consistencyProblems(written: unknown): readonly RecordProblem[] {
  return [
    ...duplicateIds({ path: [], value: written }),
    ...peopleOfBothSides(written),
    ...duplicateVersions(written),
    ...datesOutOfOrder(written),
    ...afterTheEnd(written),
    ...circles(written),
    ...wrongWeights(written),
    ...duplicateRanks(written),
  ];
}

/** Versions of one definition may share its id when their days differ. */
function duplicateIds(from: WrittenValue): readonly RecordProblem[] {
  const { path, value } = from;
  if (isGroup(value)) return Object.keys(value).flatMap((key) => duplicateIds(under(from, key)));
  if (!Array.isArray(value)) return [];
  const seen = new Map<string, number>();
  const problems: RecordProblem[] = [];
  for (const [index, element] of value.entries()) {
    const inner = { path: [...path, index], value: element };
    problems.push(...duplicateIds(inner));
    const id = textOf(under(inner, "id").value);
    if (id === null) continue;
    const version = `${id} ${textOf(under(inner, "effective_from").value) ?? ""}`;
    const first = seen.get(version);
    if (first === undefined) seen.set(version, index);
    else problems.push(duplicate("duplicate-id", [...inner.path, "id"], id, first));
  }
  return problems;
}

function duplicate(code: string, path: readonly (string | number)[], name: string, first: number): RecordProblem {
  const message = `${JSON.stringify(name)} is also the id of number ${first + 1} in this list`;
  return { code, path, message, hint: "give each its own id, or versions of one their own effective_from" };
}

function peopleOfBothSides(written: unknown): readonly RecordProblem[] {
  const clients = select(written, "client.contacts[].id").map(({ value }) => value);
  return select(written, "provider.contacts[].id")
    .filter(({ value }) => textOf(value) !== null && clients.includes(value))
    .map(({ path, value }) => ({
      code: "duplicate-id",
      path,
      message: `${JSON.stringify(value)} is a contact of the client too`,
      hint: "give each person an id of their own",
    }));
}

function duplicateVersions(written: unknown): readonly RecordProblem[] {
  return ["metrics", "calendars"].flatMap((section) => {
    const seen = new Set<string>();
    return select(written, `${section}.*`).flatMap(({ path, value }) => {
      const from = (isGroup(value) ? textOf(value.effective_from) : null) ?? "the beginning";
      const version = `${path[1]} from ${from}`;
      if (!seen.has(version)) {
        seen.add(version);
        return [];
      }
      const message = `two versions of ${path[1]} hold from ${from}`;
      return [{ code: "duplicate-version", path, message, hint: "give each version its own effective_from" }];
    });
  });
}

/** Pairs of dates in one group, the first of which may not be later than the second. */
const inOrder: readonly (readonly [group: string, earlier: string, later: string])[] = [
  ["contract", "signed", "ends"],
  ["contract", "starts", "ends"],
  ["contract.budget[]", "from", "to"],
  ["evidence[].covers", "from", "to"],
  ["selection.bids[].pilot", "from", "to"],
  ["transition.training[]", "from", "to"],
  ["milestones[]", "done_on", "accepted_on"],
  ["risks[]", "reviewed_on", "review_on"],
  ["actions[]", "started", "done_on"],
  ["goals", "signed_on", "revisit_on"],
  ["location", "on", "revisit_on"],
  ["growth.phases[]", "starts", "checkpoint.on"],
];

function datesOutOfOrder(written: unknown): readonly RecordProblem[] {
  const pairs = inOrder.flatMap(([group, earlier, later]) =>
    select(written, group).flatMap((from) =>
      isBefore(dateAt(from, later), dateAt(from, earlier))
        ? [outOfOrder([...from.path, ...later.split(".")], `${later} lies before ${earlier}`)]
        : [],
    ),
  );
  return [...pairs, ...risingDates(written), ...milestonesBeforeTheirs(written)];
}

function dateAt(from: WrittenValue, key: string): string | null {
  const [found] = select(from.value, key);
  return dateOf(found?.value);
}

function risingDates(written: unknown): readonly RecordProblem[] {
  return ["transition.ramp[].on", "growth.phases[].starts"].flatMap((pattern) => {
    const dates = select(written, pattern);
    return dates.flatMap(({ path, value }, index) =>
      isBefore(dateOf(value), dateOf(dates[index - 1]?.value))
        ? [outOfOrder(path, "this date lies before the one above it")]
        : [],
    );
  });
}

function milestonesBeforeTheirs(written: unknown): readonly RecordProblem[] {
  const milestones = select(written, "milestones[]");
  const dueOf = new Map(milestones.map((from) => [textOf(under(from, "id").value), dateAt(from, "due")]));
  return milestones.flatMap((from) =>
    select(from.value, "after[]").flatMap(({ path, value }) => {
      const due = dateAt(from, "due");
      if (!isBefore(due, dueOf.get(textOf(value)) ?? null)) return [];
      return [
        outOfOrder([...from.path, ...path], `${String(value)} is due later than the milestone that waits for it`),
      ];
    }),
  );
}

function outOfOrder(path: readonly (string | number)[], message: string): RecordProblem {
  return { code: "dates-out-of-order", path, message, hint: "check both dates" };
}

/** Days of work under the contract, which cannot lie before its signatures, or before its start where nobody says when it was signed. */
const underContract = [
  "contract.obligations[].due",
  "contract.obligations[].done_on",
  "milestones[].due",
  "transition.launch_gates[].due",
  "transition.ramp[].on",
  "growth.phases[].starts",
];

/** What begins only after the contract has ended, or was over before it was signed. */
function afterTheEnd(written: unknown): readonly RecordProblem[] {
  const ends = dateOf(select(written, "contract.ends")[0]?.value);
  const signed = dateOf(select(written, "contract.signed")[0]?.value);
  const bound = signed ?? dateOf(select(written, "contract.starts")[0]?.value);
  const begins = [
    "metrics.*",
    "calendars.*",
    "service_levels[]",
    "objectives[]",
    "contract.pricing.rate_card[]",
    "contract.change_orders[]",
  ];
  return [
    ...begins
      .flatMap((pattern) => select(written, pattern).map((from) => under(from, "effective_from")))
      .concat(select(written, "exclusions[].from"), select(written, "contract.budget[].from"))
      .filter(({ value }) => isBefore(ends, dateOf(value)))
      .map(({ path }) => ({
        code: "after-the-contract",
        path,
        message: `this begins after the contract has ended, on ${ends}`,
        hint: "check this date and contract.ends",
      })),
    ...["exclusions[].to", ...underContract]
      .flatMap((pattern) => select(written, pattern))
      .filter(({ value }) => isBefore(dateOf(value), bound))
      .map(({ path }) => ({
        code: "before-the-contract",
        path,
        message:
          signed === null
            ? `this lies before the contract starts, on ${bound}`
            : `this lies before the contract was signed, on ${signed}`,
        hint:
          signed === null
            ? "check this date, or say under contract: signed: when it was signed"
            : "check this date and contract.signed",
      })),
  ];
}

function circles(written: unknown): readonly RecordProblem[] {
  const milestones = new Map(
    select(written, "milestones[]").map((from) => [
      textOf(under(from, "id").value) ?? "",
      { path: [...from.path, "after"], after: texts(from.value, "after[]") },
    ]),
  );
  const metrics = new Map(
    select(written, "metrics.*").map((from) => [
      String(from.path[1]),
      { path: from.path, after: [...texts(from.value, "ratio[]"), ...texts(from.value, "rate")] },
    ]),
  );
  return [
    ...circlesOf("cyclic-milestones", milestones, "one of them has to come first"),
    ...circlesOf("cyclic-metrics", metrics, "a metric cannot be computed from itself"),
  ];
}

type Follower = { readonly path: readonly (string | number)[]; readonly after: readonly string[] };

function circlesOf(code: string, followers: ReadonlyMap<string, Follower>, hint: string): readonly RecordProblem[] {
  return cyclesIn(new Map([...followers].map(([id, { after }]) => [id, after]))).map((cycle) => ({
    code,
    path: followers.get(cycle[0] ?? "")?.path ?? [],
    message: `these wait for each other: ${[...cycle, cycle[0]].join(" → ")}`,
    hint,
  }));
}

function wrongWeights(written: unknown): readonly RecordProblem[] {
  const weights = texts(written, "selection.criteria[].weight").map((text) => Number(/^([\d.]+)\s*%$/.exec(text)?.[1]));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (weights.length === 0 || Number.isNaN(sum) || Math.abs(sum - 100) < 1e-6) return [];
  const message = `the weights of the criteria come to ${Number(sum.toFixed(4))} %`;
  return [{ code: "weights-do-not-sum", path: ["selection", "criteria"], message, hint: "make them come to 100 %" }];
}

function duplicateRanks(written: unknown): readonly RecordProblem[] {
  return ["client", "provider"].flatMap((side) => {
    const ranks = select(written, `goals.ranked[].${side}`);
    return ranks
      .filter(({ value }, index) => ranks.findIndex((other) => other.value === value) < index)
      .map(({ path, value }) => ({
        code: "duplicate-rank",
        path,
        message: `the ${side} gives rank ${String(value)} to two goals`,
        hint: "give each goal its own rank: 1 is the most important",
      }));
  });
}

function texts(written: unknown, pattern: string): readonly string[] {
  return select(written, pattern).flatMap(({ value }) => textOf(value) ?? []);
}

/** The date of a date or a moment; null when it is neither, which the schema reports. */
function dateOf(value: unknown): string | null {
  const date = textOf(value)?.slice(0, 10);
  return date !== undefined && PlainDate.safeParse(date).success ? date : null;
}

function isBefore(date: string | null, other: string | null): boolean {
  return date !== null && other !== null && date < other;
}
