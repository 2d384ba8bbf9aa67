import type { z } from "zod";
import { meant } from "../governance/partnership/reference-problems.ts";
import { descriptionAt, knownKeysAt } from "../governance/partnership/schema-walk.ts";
import type { Problem } from "../values/problem.ts";
import { type DocumentPath, pathText, type WrittenDocument } from "./written-document.ts";

type Issue = z.core.$ZodIssue;

/** Tells what a schema found wrong in a document: where, in plain words, and what to write instead. */
export function explainIssues(
  schema: z.core.$ZodType,
  document: WrittenDocument,
  value: unknown,
  issues: readonly Issue[],
): readonly Problem[] {
  return issues.flatMap((issue) => settled(issue, value)).flatMap((issue) => explain(schema, document, value, issue));
}

/**
 * The issues behind an issue. A value that fits no form of a union is explained by the form that it comes nearest to:
 * one that accepts its kind of value, and of those the one with the fewest complaints.
 */
function settled(issue: Issue, value: unknown): readonly Issue[] {
  if (issue.code === "invalid_key" || issue.code === "invalid_element") {
    return issue.issues.map((inner) => ({ ...inner, path: issue.path, message: inner.message }));
  }
  if (issue.code !== "invalid_union") return [issue];
  const forms = issue.errors.filter((errors) => !errors.some((error) => isOfOtherKind(error)));
  const [nearest] = forms.toSorted((a, b) => a.length - b.length);
  if (nearest === undefined) return [issue];
  return nearest.flatMap((error) => settled({ ...error, path: [...issue.path, ...error.path] }, value));
}

function isOfOtherKind(error: Issue): boolean {
  return error.path.length === 0 && (error.code === "invalid_type" || error.code === "invalid_value");
}

function explain(schema: z.core.$ZodType, document: WrittenDocument, value: unknown, issue: Issue): readonly Problem[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => unknownKey(schema, document, path, key));
  }
  const written = valueAt(value, path);
  const description = descriptionAt(schema, path);
  const name = pathText(path) || "the record";
  if (written === undefined && issue.code !== "custom") {
    const hint = `add ${path.at(-1)}${description === null ? "" : ` (${description})`}`;
    return [{ code: "missing-key", at: document.keyPlaceOf(path), message: `${name} is missing`, hint }];
  }
  const { code, message, hint } = wording(issue, written, document.sourceOf(path), description);
  return [{ code, at: document.placeOf(path), message: `${name}: ${message}`, hint }];
}

function unknownKey(schema: z.core.$ZodType, document: WrittenDocument, path: DocumentPath, key: string): Problem {
  const known = knownKeysAt(schema, path);
  const where = path.length === 0 ? "the record" : pathText(path);
  return {
    code: "unknown-key",
    at: document.keyPlaceOf([...path, key]),
    message: `${where} has no key ${JSON.stringify(key)}`,
    hint: meant(key, known) ?? `it may have ${listed(known)}`,
  };
}

type Wording = { readonly code: string; readonly message: string; readonly hint: string };

function wording(issue: Issue, written: unknown, source: string | null, description: string | null): Wording {
  const what = description ?? "the starter that `bellwether init` writes shows how";
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue.expected, written, source, description);
    case "invalid_value":
      return unknownValue(issue.values.map(String), written);
    case "custom":
      return custom(issue, what);
    case "too_small":
    case "too_big":
      return { code: "out-of-range", message: rangeText(issue), hint: what };
    case "invalid_union": {
      const takesText = issue.errors
        .flat()
        .some((error) => error.code === "invalid_type" && error.expected === "string");
      if (takesText && typeof written !== "object") return wrongType("string", written, source, description);
      const message = issue.message === "Invalid input" ? `${kindOf(written)} cannot stand here` : issue.message;
      return { code: "wrong-type", message, hint: what };
    }
    default:
      return { code: "unreadable-value", message: `${issue.message}, not ${shown(written)}`, hint: what };
  }
}

/** Issues raised by our own schemas may bring their code and hint along. */
function custom(issue: z.core.$ZodIssueCustom, what: string): Wording {
  const { code, hint } = issue.params ?? {};
  return {
    code: typeof code === "string" ? code : "unreadable-value",
    message: issue.message,
    hint: typeof hint === "string" ? hint : what,
  };
}

const typeWords: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "a group of keys",
  record: "a group of keys",
};

function wrongType(expected: string, written: unknown, source: string | null, description: string | null): Wording {
  const message = `${typeWords[expected] ?? expected} belongs here, not ${kindOf(written)}`;
  const hint = description !== null && /such as/.test(description) ? description : typeHint(expected, written, source);
  return {
    code: "wrong-type",
    message,
    hint: hint ?? description ?? "the starter that `bellwether init` writes shows how",
  };
}

function typeHint(expected: string, written: unknown, source: string | null): string | null {
  const isScalar = typeof written !== "object";
  if (expected === "string" && isScalar) return `put it in quotes: "${source ?? String(written)}"`;
  if (expected === "array" && isScalar) return `put it in a list: [${source ?? String(written)}]`;
  if (expected === "boolean" && /^(yes|no|on|off|y|n)$/i.test(String(written))) {
    return `write ${/^(yes|on|y)$/i.test(String(written)) ? "true" : "false"}`;
  }
  return null;
}

function unknownValue(values: readonly string[], written: unknown): Wording {
  const message = `${shown(written)} is not one of ${listed(values)}`;
  return { code: "unknown-value", message, hint: meant(String(written), values) ?? "choose one of them" };
}

function rangeText(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  // A message of our own says it better than its bounds do.
  if (!/^Too (small|big)/.test(issue.message)) return issue.message;
  const of = issue.origin === "array" ? "entries" : issue.origin === "string" ? "characters" : "";
  const [side, bound] =
    issue.code === "too_small"
      ? [issue.inclusive === false ? "more than" : "at least", issue.minimum]
      : [issue.inclusive === false ? "less than" : "at most", issue.maximum];
  return `it must be ${side} ${bound} ${of}`.trim();
}

function valueAt(value: unknown, path: DocumentPath): unknown {
  return path.reduce<unknown>((inner, step) => {
    if (Array.isArray(inner)) return typeof step === "number" ? inner[step] : undefined;
    if (typeof inner !== "object" || inner === null || !Object.hasOwn(inner, step)) return undefined;
    return Object.entries(inner).find(([key]) => key === String(step))?.[1];
  }, value);
}

function kindOf(written: unknown): string {
  if (Array.isArray(written)) return "a list";
  if (typeof written === "object" && written !== null) return "a group of keys";
  if (typeof written === "string") return `the text ${shown(written)}`;
  return written === null ? "nothing" : shown(written);
}

function shown(written: unknown): string {
  const text = JSON.stringify(written) ?? String(written);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function listed(words: readonly string[]): string {
  return words.length > 12 ? `${words.slice(0, 12).join(", ")}, …` : words.join(", ");
}
