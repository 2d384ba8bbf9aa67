import { isAlias, isMap, isScalar, isSeq, LineCounter, type Pair, parseAllDocuments, type YAMLMap } from "yaml";
import type { Place, Problem } from "../values/problem.ts";
import { type DocumentPath, pathKey, WrittenDocument, type WrittenPlace } from "./written-document.ts";
import * as problem from "./yaml-problem.ts";

/** Deeper than any record goes, and far from what a call stack bears. */
const deepest = 40;
/** A record of a large partnership has some thousands of values; aliases may not multiply them beyond this. */
const mostValues = 20_000;
const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Reads one YAML 1.2 document into plain values, with the place of every value and all problems of its form.
 * Dates stay text, `no` stays "no". Refused: duplicate keys, merge keys, tags, several documents, numbers that
 * begin with 0, keys that reach into an object's prototype, aliases that multiply.
 */
export function readYaml(file: string, text: string): WrittenDocument {
  const lines = new LineCounter();
  const placeAt = (offset: number | undefined): Place => {
    if (offset === undefined) return { file };
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  // Duplicate keys are looked for below: the library compares each key with each.
  const options = { lineCounter: lines, uniqueKeys: false, prettyErrors: false, logLevel: "silent" } as const;
  const documents = [...parseAllDocuments(text, options)];
  const [first, second] = documents;
  const errors = documents.flatMap((document) => [...document.errors, ...document.warnings]);
  // One slip can be told many times over: each message counts once at its place.
  const distinct = new Map(errors.map((error) => [`${error.pos[0]} ${error.message}`, error]));
  const exhausted = errors.find((error) => error.code === "RESOURCE_EXHAUSTION");
  const problems = (exhausted === undefined ? [...distinct.values()] : [exhausted]).map((error) =>
    problem.yamlErrorProblem(error.code, error.message, placeAt(error.pos[0])),
  );
  if (second !== undefined) problems.push(problem.severalDocuments(placeAt(second.range[0])));
  if (first?.directives?.yaml.version === "1.1") problems.push(problem.oldVersion({ file, line: 1, column: 1 }));
  const isEmpty = first === undefined || first.contents === null || isEmptyScalar(first.contents);
  if (isEmpty && problems.length === 0) problems.push(problem.emptyDocument(file));
  if (problems.length > 0 || first === undefined) return new WrittenDocument(file, undefined, problems, new Map());

  const reading: Reading = { placeAt, problems, places: new Map(), anchors: new Map(), open: new Set(), values: 0 };
  const value = readNode(reading, first.contents, [], null);
  if (reading.values > mostValues) return new WrittenDocument(file, undefined, problems, new Map());
  return new WrittenDocument(file, value, problems, reading.places);
}

type Reading = {
  readonly placeAt: (offset: number | undefined) => Place;
  readonly problems: Problem[];
  readonly places: Map<string, WrittenPlace>;
  /** nodes by the anchors met so far: an alias refers to the last one before it */
  readonly anchors: Map<string, unknown>;
  /** nodes being read, so that an alias to one of them is seen to be endless */
  readonly open: Set<unknown>;
  values: number;
};

function readNode(reading: Reading, node: unknown, path: DocumentPath, key: Place | null): unknown {
  const at = reading.placeAt(offsetOf(node));
  reading.values += 1;
  if (reading.values > mostValues) {
    if (reading.values === mostValues + 1) reading.problems.push(problem.tooManyValues(at));
    return null;
  }
  if (path.length > deepest) {
    reading.problems.push(problem.tooDeep(at));
    return null;
  }
  const source = isScalar(node) ? (node.source ?? null) : null;
  reading.places.set(pathKey(path), { value: at, key: key ?? at, source });
  if (isAlias(node)) return readAlias(reading, node.source, at, path, key);
  if (isScalar(node) || isMap(node) || isSeq(node)) {
    if (node.tag !== undefined) reading.problems.push(problem.tagged(at));
    if (node.anchor !== undefined) reading.anchors.set(node.anchor, node);
  }
  if (isScalar(node)) return readScalar(reading, node.value, source, at);
  reading.open.add(node);
  const value = isMap(node) ? readMap(reading, node, path) : isSeq(node) ? readList(reading, node.items, path) : null;
  reading.open.delete(node);
  return value;
}

function readAlias(reading: Reading, name: string, at: Place, path: DocumentPath, key: Place | null): unknown {
  const target = reading.anchors.get(name);
  if (target === undefined) {
    reading.problems.push(problem.unknownAlias(name, at));
    return null;
  }
  if (reading.open.has(target)) {
    reading.problems.push(problem.endlessAlias(name, at));
    return null;
  }
  return readNode(reading, target, path, key);
}

function readScalar(reading: Reading, value: unknown, source: string | null, at: Place): unknown {
  const isPlainNumber = typeof value === "number" || typeof value === "bigint";
  if (isPlainNumber && source !== null && /^[-+]?0[\dox]/i.test(source)) {
    reading.problems.push(problem.leadingZero(source, at));
  }
  return value;
}

function readMap(reading: Reading, map: YAMLMap, path: DocumentPath): unknown {
  const entries: [string, unknown][] = [];
  const seen = new Map<string, Place>();
  for (const pair of map.items) {
    const at = reading.placeAt(offsetOf(pair.key));
    const key = keyOf(pair);
    const first = key === null ? undefined : seen.get(key);
    if (key === null) reading.problems.push(problem.keyIsNotText(at));
    else if (key === "<<") reading.problems.push(problem.mergeKey(at));
    else if (forbiddenKeys.has(key)) reading.problems.push(problem.forbiddenKey(key, at));
    else if (first !== undefined) reading.problems.push(problem.duplicateKey(key, at, first));
    else if (map.flow === true && pair.value === null) reading.problems.push(problem.splitByComma(key, at));
    else entries.push([key, readNode(reading, pair.value, [...path, key], at)]);
    if (key !== null && first === undefined) seen.set(key, at);
  }
  return Object.fromEntries(entries);
}

function readList(reading: Reading, items: readonly unknown[], path: DocumentPath): unknown {
  return items.map((item, index) => readNode(reading, item, [...path, index], null));
}

function keyOf(pair: Pair): string | null {
  if (!isScalar(pair.key)) return null;
  const key = pair.key.source ?? String(pair.key.value);
  return key === "" ? null : key;
}

function isEmptyScalar(node: unknown): boolean {
  return isScalar(node) && node.value === null;
}

function offsetOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range?.[0] : undefined;
}
