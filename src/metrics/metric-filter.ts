import { z } from "zod";

/** A value as written in a filter. Text is compared as written, also with numbers and booleans of an extra column. */
const Scalar = z.union([z.string(), z.number(), z.boolean()]);
export type Scalar = z.infer<typeof Scalar>;

const FilterTest = z.union([
  Scalar,
  z.array(Scalar).min(1),
  z
    .strictObject({
      not: z.union([Scalar, z.array(Scalar).min(1)]).optional(),
      at_least: z.number().optional(),
      at_most: z.number().optional(),
      over: z.number().optional(),
      under: z.number().optional(),
      is: z.enum(["present", "absent"]).optional(),
    })
    .refine((test) => Object.keys(test).length > 0, "say not, at_least, at_most, over, under or is"),
]);

/**
 * Which records count, by column or extra column; all entries must hold. `channel: [email, chat]`, `team: { not: Night }`,
 * `score: { at_least: 4 }`, `due_at: { is: present }`; `answered: true` means that the stamp `answered_at` is there.
 */
export const MetricFilter = z.record(z.string(), FilterTest);
export type MetricFilter = z.infer<typeof MetricFilter>;

export type Comparison = "=" | "<>" | "<" | "<=" | ">" | ">=";

/** One test of one column, as plain data: what filters and written conditions both become. Unknown is never true. */
export type ColumnTest =
  | { readonly kind: "compare"; readonly column: string; readonly comparison: Comparison; readonly with: Scalar }
  | {
      readonly kind: "compare-columns";
      readonly column: string;
      readonly comparison: Comparison;
      readonly with: string;
      readonly plus: number;
    }
  | { readonly kind: "one-of"; readonly column: string; readonly values: readonly Scalar[]; readonly negated: boolean }
  | { readonly kind: "present"; readonly column: string }
  | { readonly kind: "absent"; readonly column: string };

/** A filter as column tests, in the order written. */
export function testsOfFilter(filter: MetricFilter): readonly ColumnTest[] {
  return Object.entries(filter).flatMap(([column, test]): ColumnTest[] => {
    if (Array.isArray(test)) return [{ kind: "one-of", column, values: test, negated: false }];
    if (typeof test !== "object") return [{ kind: "compare", column, comparison: "=", with: test }];
    const found: ColumnTest[] = [];
    const compare = (comparison: Comparison, value: number | undefined) => {
      if (value !== undefined) found.push({ kind: "compare", column, comparison, with: value });
    };
    if (test.not !== undefined) {
      const values = Array.isArray(test.not) ? test.not : [test.not];
      found.push({ kind: "one-of", column, values, negated: true });
    }
    compare(">=", test.at_least);
    compare("<=", test.at_most);
    compare(">", test.over);
    compare("<", test.under);
    if (test.is !== undefined) found.push({ kind: test.is, column });
    return found;
  });
}

/**
 * Reads a condition as written after `having`: `score >= 4`, `score >= scale_max - 1`, `held_at is present`, `escalated`,
 * `status is solved`, `category is one of refund, delivery`, joined by `and`.
 * @returns the tests, all of which must hold; `null` when the text is none
 */
export function readCondition(text: string): readonly ColumnTest[] | null {
  const tests = text.split(/\s+and\s+/i).map((part) => readTest(part.trim()));
  return tests.every((test) => test !== null) ? tests : null;
}

function readTest(text: string): ColumnTest | null {
  if (/^[a-z_][a-z0-9_]*$/i.test(text)) return { kind: "compare", column: text, comparison: "=", with: true };
  const presence = /^([a-z_][a-z0-9_]*)\s+is\s+(present|absent)$/i.exec(text);
  if (presence?.[1] !== undefined)
    return { kind: presence[2] === "present" ? "present" : "absent", column: presence[1] };
  const list = /^([a-z_][a-z0-9_]*)\s+is\s+(not\s+)?one\s+of\s+(.+)$/i.exec(text);
  if (list?.[1] !== undefined && list[3] !== undefined) {
    const values = list[3].split(",").map((value) => value.trim());
    return { kind: "one-of", column: list[1], values, negated: list[2] !== undefined };
  }
  const compared = /^([a-z_][a-z0-9_]*)\s*(<=|>=|<>|!=|=|<|>|\bis\s+not\b|\bis\b)\s*(.+)$/i.exec(text);
  if (compared?.[1] === undefined || compared[2] === undefined || compared[3] === undefined) return null;
  return readComparison(compared[1], comparisonOf(compared[2]), compared[3].trim());
}

function readComparison(column: string, comparison: Comparison, right: string): ColumnTest | null {
  if (/^-?\d+(\.\d+)?$/.test(right)) return { kind: "compare", column, comparison, with: Number(right) };
  if (/^(true|false)$/i.test(right)) return { kind: "compare", column, comparison, with: /^true$/i.test(right) };
  const ordered = comparison !== "=" && comparison !== "<>";
  const other = /^([a-z_][a-z0-9_]*)(?:\s*([+-])\s*(\d+(?:\.\d+)?))?$/i.exec(right);
  if (other?.[1] !== undefined && (ordered || other[2] !== undefined)) {
    const plus = Number(`${other[2] ?? ""}${other[3] ?? "0"}`);
    return { kind: "compare-columns", column, comparison, with: other[1], plus };
  }
  if (ordered) return null;
  return { kind: "compare", column, comparison, with: right.replace(/^(["'])(.*)\1$/, "$2") };
}

function comparisonOf(word: string): Comparison {
  if (/^is\s+not$/i.test(word) || word === "!=") return "<>";
  if (/^is$/i.test(word)) return "=";
  return word as Comparison;
}
