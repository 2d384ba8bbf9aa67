import { z } from "zod";
import { Identifier } from "../../values/identifier.ts";
import { PlainDate } from "../../values/time.ts";
import {
  isGroup,
  type RecordPath,
  type RecordProblem,
  select,
  textOf,
  under,
  type WrittenValue,
} from "./record-problem.ts";

const kinds = ["calendar", "metric", "service-level", "objective"] as const;

/** One version of a definition as it was when its periods were closed. */
const FrozenDefinition = z.strictObject({
  kind: z.enum(kinds),
  id: Identifier,
  effective_from: PlainDate.optional(),
  /** SHA-256 of its canonical text, in hexadecimal */
  digest: z.string().regex(/^[0-9a-f]{64}$/, "a digest has 64 hexadecimal digits"),
  /** the day of the restatement that it carries; a later change needs another */
  restated_on: PlainDate.optional(),
});
export type FrozenDefinition = z.infer<typeof FrozenDefinition>;

/** What holds for periods that are closed: written by `bellwether freeze`, kept beside the record. */
export const DefinitionsLock = z.strictObject({ frozen_through: PlainDate, definitions: z.array(FrozenDefinition) });
export type DefinitionsLock = z.infer<typeof DefinitionsLock>;

/** Gives a text's digest; the hash itself lives outside of the pure rooms. */
export type Digest = (text: string) => string;

/**
 * The lock of every definition that had begun by the end of `through`.
 * An earlier lock's date is never taken back: what was closed stays closed.
 */
export function lockDefinitions(
  written: unknown,
  through: PlainDate,
  digest: Digest,
  earlier: DefinitionsLock | null,
): DefinitionsLock {
  const frozen_through = earlier !== null && earlier.frozen_through > through ? earlier.frozen_through : through;
  const definitions = datedDefinitions(written)
    .filter(({ from }) => from <= frozen_through)
    .map((definition) => ({
      kind: definition.kind,
      id: definition.id,
      ...(definition.from === always ? {} : { effective_from: definition.from }),
      digest: digest(definition.text),
      ...(definition.restatedOn === null ? {} : { restated_on: definition.restatedOn }),
    }));
  return { frozen_through, definitions };
}

/** Where the record as written changes figures of closed periods without saying so. */
export function frozenProblems(written: unknown, lock: DefinitionsLock, digest: Digest): readonly RecordProblem[] {
  const definitions = datedDefinitions(written);
  const isGone = (frozen: FrozenDefinition) =>
    !definitions.some(({ kind, id, from }) => nameOf(kind, id, from) === frozenName(frozen));
  const isReplaced = (frozen: FrozenDefinition) =>
    definitions.some(
      (version) => version.kind === frozen.kind && version.id === frozen.id && isRestated(version, frozen),
    );
  const removed = lock.definitions.filter((frozen) => isGone(frozen) && !isReplaced(frozen));
  const locked = new Map(lock.definitions.map((frozen) => [frozenName(frozen), frozen]));
  const lockedIds = new Set(lock.definitions.map(({ kind, id }) => `${kind} ${id}`));
  return [
    ...removed.map((frozen) => removedProblem(frozen, lock.frozen_through)),
    ...definitions.flatMap((definition) => {
      const frozen = locked.get(nameOf(definition.kind, definition.id, definition.from));
      if (frozen !== undefined) {
        const isChanged = frozen.digest !== digest(definition.text);
        return isChanged && !isRestated(definition, frozen) ? [changedProblem(definition, lock.frozen_through)] : [];
      }
      const reachesBack =
        definition.from <= lock.frozen_through && lockedIds.has(`${definition.kind} ${definition.id}`);
      return reachesBack && definition.restatedOn === null ? [insertedProblem(definition, lock.frozen_through)] : [];
    }),
  ];
}

/** Restatements that only one side agreed to: both live by the closed figures, so both agree when these change. */
export function restatementProblems(written: unknown): readonly RecordProblem[] {
  const sides = ["client", "provider"].map((side) => ({
    side,
    people: ["owner", "sponsor", "account_manager", "escalation[]", "contacts[].id"].flatMap((key) =>
      select(written, `${side}.${key}`).map(({ value }) => value),
    ),
  }));
  return datedDefinitions(written).flatMap(({ path, value: definition }) => {
    const agreed = select(definition, "restates.agreed_by");
    return agreed.flatMap(({ path: inner, value }) => {
      const missing = sides.filter(
        ({ people }) => !(Array.isArray(value) && value.some((person) => people.includes(person))),
      );
      return missing.map(({ side }) => ({
        code: "restatement-one-sided",
        path: [...path, ...inner],
        message: `nobody of the ${side} has agreed to restate closed periods`,
        hint: `add who of the ${side} agreed`,
      }));
    });
  });
}

/** Sorts before every date. */
const always = "";

type DatedDefinition = {
  readonly kind: FrozenDefinition["kind"];
  readonly id: string;
  readonly from: string;
  readonly restatedOn: string | null;
  /** the same for two versions exactly when they give the same figures */
  readonly text: string;
  readonly path: RecordPath;
  readonly value: unknown;
};

function datedDefinitions(written: unknown): readonly DatedDefinition[] {
  const named = (kind: DatedDefinition["kind"], pattern: string) =>
    select(written, pattern).map((found) => datedDefinition(kind, String(found.path[1]), found));
  const listed = (kind: DatedDefinition["kind"], pattern: string) =>
    select(written, pattern).map((found) => datedDefinition(kind, textOf(under(found, "id").value) ?? "", found));
  return [
    ...named("calendar", "calendars.*"),
    ...named("metric", "metrics.*"),
    ...listed("service-level", "service_levels[]"),
    ...listed("objective", "objectives[]"),
  ];
}

function datedDefinition(kind: DatedDefinition["kind"], id: string, { path, value }: WrittenValue): DatedDefinition {
  const from = textOf(under({ path, value }, "effective_from").value) ?? always;
  const restatedOn = textOf(select(value, "restates.on")[0]?.value);
  return { kind, id, from, restatedOn, text: canonicalText(figuresOf(value)), path, value };
}

/** Keys that name and explain a definition, and may be reworded at any time: no figure depends on them. */
const explaining = new Set(["title", "clause", "owner", "broken_today", "outcome", "because", "restates"]);

function figuresOf(value: unknown): unknown {
  if (!isGroup(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !explaining.has(key)));
}

/** JSON with sorted keys: the same for the same values, whatever their order and layout in the file. */
function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (!isGroup(value)) return JSON.stringify(value) ?? "null";
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalText(value[key])}`).join(",")}}`;
}

function isRestated(definition: DatedDefinition, frozen: FrozenDefinition): boolean {
  return definition.restatedOn !== null && definition.restatedOn > (frozen.restated_on ?? always);
}

function removedProblem(frozen: FrozenDefinition, through: PlainDate): RecordProblem {
  const section = {
    calendar: "calendars",
    metric: "metrics",
    "service-level": "service_levels",
    objective: "objectives",
  };
  const version = frozen.effective_from === undefined ? "" : ` of ${frozen.effective_from}`;
  return {
    code: "frozen-definition-removed",
    path: [section[frozen.kind]],
    isKey: true,
    message: `the ${frozen.kind} ${frozen.id}${version} is gone, and figures up to ${through} were closed with it`,
    hint: "put it back: it ends by a later version, or by effective_until",
  };
}

function changedProblem({ kind, id, path }: DatedDefinition, through: PlainDate): RecordProblem {
  return {
    code: "frozen-definition-changed",
    path,
    isKey: true,
    message: `the ${kind} ${id} is not what it was when figures up to ${through} were closed`,
    hint: `put it back and write the change as a version of its own with effective_from after ${through}; or add restates: { because, on, agreed_by }`,
  };
}

function insertedProblem({ kind, id, from, path }: DatedDefinition, through: PlainDate): RecordProblem {
  return {
    code: "frozen-period-restated",
    path,
    isKey: true,
    message: `this version of the ${kind} ${id} holds from ${from === always ? "the beginning" : from}, and figures up to ${through} are closed`,
    hint: `let it hold from a day after ${through}; or add restates: { because, on, agreed_by }`,
  };
}

function frozenName({ kind, id, effective_from }: FrozenDefinition): string {
  return nameOf(kind, id, effective_from ?? always);
}

function nameOf(kind: string, id: string, from: string): string {
  return `${kind} ${id} ${from}`;
}
