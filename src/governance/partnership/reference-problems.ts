import { figureIds } from "../../metrics/figure-ids.ts";
import { readLimit, readPer } from "../../metrics/metric-definition.ts";
import { standardMetrics } from "../../metrics/standard-metrics.ts";
import { closestWord } from "../../values/closest-word.ts";
import { PartnershipRecord } from "./partnership-record.ts";
import { isGroup, type RecordProblem, select, textOf, type WrittenValue } from "./record-problem.ts";
import { referencesIn } from "./schema-walk.ts";

/** Names that hold though the record does not define them. */
export type NamesFromElsewhere = {
  /** ids of the catalogue; without it they are not checked */
  readonly pitfalls?: readonly string[];
};

/** Where the record as written names something that it, or the product, does not know. */
export function referenceProblems(written: unknown, elsewhere: NamesFromElsewhere = {}): readonly RecordProblem[] {
  const names = namesIn(written, elsewhere);
  const references = [...referencesIn(PartnershipRecord, { path: [], value: written }), ...unmarkedReferences(written)];
  return [
    ...references.flatMap((reference) => unknownName(reference, names[reference.kind])),
    ...strangersAmongContacts(written),
  ];
}

type Reference = WrittenValue & { readonly kind: string; readonly isKey?: boolean };
type Names = Readonly<Record<string, readonly string[] | undefined>>;

/** What each kind is called and where it is defined. */
const kinds: Readonly<Record<string, { readonly word: string; readonly definedBy: string }>> = {
  person: { word: "nobody", definedBy: "name them under contacts of the client or the provider" },
  "person-or-side": { word: "nobody", definedBy: "name them under contacts, or say client or provider" },
  metric: { word: "no metric", definedBy: "define it under metrics" },
  figure: { word: "no metric", definedBy: "define it under metrics" },
  calendar: { word: "no calendar", definedBy: "define it under calendars" },
  process: { word: "no process", definedBy: "list it under processes" },
  objective: { word: "no objective", definedBy: "list it under objectives" },
  forum: { word: "no forum", definedBy: "list it under forums" },
  milestone: { word: "no milestone", definedBy: "list it under milestones" },
  "service-level": { word: "no service level", definedBy: "list it under service_levels" },
  "location-option": { word: "no location", definedBy: "list it under options of the location" },
  bid: { word: "no bid", definedBy: "list it under bids of the selection" },
  criterion: { word: "no criterion", definedBy: "list it under criteria of the selection" },
  question: { word: "no question", definedBy: "list it under questionnaire of the selection" },
  evaluator: { word: "no evaluator", definedBy: "name them under evaluators of the selection" },
  pitfall: { word: "no pitfall", definedBy: "docs/pitfalls.md lists all 25" },
};

/** Kinds that are told under the code of another. */
const codeWords: Readonly<Record<string, string>> = { "person-or-side": "person", figure: "metric" };

function unknownName(reference: Reference, names: readonly string[] | undefined): readonly RecordProblem[] {
  const name = textOf(reference.value);
  if (name === null || names === undefined || names.includes(name)) return [];
  const { word, definedBy } = kinds[reference.kind] ?? { word: `no ${reference.kind}`, definedBy: "define it" };
  return [
    {
      code: `unknown-${codeWords[reference.kind] ?? reference.kind}`,
      path: reference.path,
      ...(reference.isKey === true ? { isKey: true } : {}),
      message: `${word} is called ${JSON.stringify(name)}`,
      hint: meant(name, names) ?? definedBy,
    },
  ];
}

/** "did you mean csat?", where one of the names is near enough to have been meant; `null` otherwise. */
export function meant(name: string, names: readonly string[]): string | null {
  const near = closestWord(name, names);
  return near === null ? null : `did you mean ${near}?`;
}

function namesIn(written: unknown, elsewhere: NamesFromElsewhere): Names {
  const texts = (...patterns: string[]) =>
    patterns.flatMap((pattern) => select(written, pattern).flatMap(({ value }) => textOf(value) ?? []));
  const keys = (section: string) =>
    select(written, section).flatMap(({ value }) => (isGroup(value) ? Object.keys(value) : []));
  const person = [
    ...new Set(["client", "provider"].flatMap((side) => texts(...peoplePatterns.map((of) => `${side}.${of}`)))),
  ];
  return {
    person,
    "person-or-side": [...person, "client", "provider"],
    metric: [...keys("metrics"), ...Object.keys(standardMetrics())],
    figure: [...keys("metrics"), ...figureIds],
    calendar: keys("calendars"),
    process: texts("processes[].id"),
    objective: texts("objectives[].id"),
    forum: texts("forums[].id"),
    milestone: texts("milestones[].id"),
    "service-level": texts("service_levels[].id"),
    "location-option": texts("location.options[].id"),
    bid: texts("selection.bids[].id"),
    criterion: texts("selection.criteria[].id"),
    evaluator: texts("selection.evaluators[]"),
    question: texts("selection.questionnaire[].id"),
    pitfall: elsewhere.pitfalls,
  };
}

const peoplePatterns = ["contacts[].id", "owner", "sponsor", "account_manager", "escalation[]"];

/** Fields of other rooms, and names inside of texts: `4h of support-hours`, `1000 opened-items`. */
function unmarkedReferences(written: unknown): readonly Reference[] {
  const at = (kind: string, ...patterns: string[]): readonly Reference[] =>
    patterns.flatMap((pattern) => select(written, pattern).map((found) => ({ ...found, kind })));
  const within = (kind: string, read: (text: string) => string | null | undefined, ...patterns: string[]) =>
    at(kind, ...patterns).map((found) => ({ ...found, value: read(textOf(found.value) ?? "") }));
  const scores = select(written, "selection.bids[].scores");
  return [
    ...at("metric", "metrics.*.ratio[]", "metrics.*.rate", "service_levels[].metric"),
    ...within("metric", (text) => readPer(text)?.metric, "metrics.*.per"),
    ...at("calendar", "metrics.*.on"),
    ...within(
      "calendar",
      (text) => readLimit(text)?.calendar,
      ...["metrics.*.within", "metrics.*.reopened_within", "metrics.*.leaving_within"],
    ),
    ...at("pitfall", "metrics.*.watch_for[]"),
    ...at("service-level", "exclusions[].applies_to[]"),
    ...at("person-or-side", "exclusions[].accepted_by[]", "exclusions[].refused_by[]", "exclusions[].proposed_by"),
    ...at("criterion", "selection.comparisons[].criterion", "selection.comparisons[].over"),
    ...at("criterion", "selection.consensus[].criterion"),
    ...at("question", "selection.questionnaire[].contradicts"),
    ...select(written, "selection.bids[].responses").flatMap((group) => keysOf("question", group)),
    ...select(written, "selection.scored_on").flatMap((group) => keysOf("evaluator", group)),
    ...scores.flatMap((group) => keysOf("evaluator", group)),
    ...scores.flatMap((group) =>
      Object.keys(isGroup(group.value) ? group.value : {}).flatMap((evaluator) =>
        select(group.value, evaluator).flatMap(({ path, value }) =>
          keysOf("criterion", { path: [...group.path, ...path], value }),
        ),
      ),
    ),
  ];
}

function keysOf(kind: string, group: WrittenValue): readonly Reference[] {
  const keys = isGroup(group.value) ? Object.keys(group.value) : [];
  return keys.map((key) => ({ kind, path: [...group.path, key], value: key, isKey: true }));
}

/** Once a side lists its contacts, its owner and escalation path are among them: a slip would name a new person. */
function strangersAmongContacts(written: unknown): readonly RecordProblem[] {
  return ["client", "provider"].flatMap((side) => {
    const contacts = select(written, `${side}.contacts[].id`).flatMap(({ value }) => textOf(value) ?? []);
    if (contacts.length === 0) return [];
    return peoplePatterns
      .filter((pattern) => pattern !== "contacts[].id")
      .flatMap((pattern) => select(written, `${side}.${pattern}`))
      .flatMap((found) => unknownName({ ...found, kind: "person" }, contacts));
  });
}
