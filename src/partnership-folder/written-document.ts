import type { Place, Problem } from "../values/problem.ts";

/** Keys and list indexes from the top of a document to a value. */
export type DocumentPath = readonly (string | number)[];

/** Where a value stands, and how it was spelled. */
export type WrittenPlace = {
  readonly value: Place;
  /** the key before the value; the value's own place for elements of a list */
  readonly key: Place;
  /** a scalar as it stands in the file, `4.10` rather than 4.1; null for lists and groups */
  readonly source: string | null;
};

/** A document as plain values, with the place of each. Groups are ordinary objects without inherited keys that matter. */
export class WrittenDocument {
  readonly file: string;
  /** `undefined` when nothing could be read */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  readonly #places: ReadonlyMap<string, WrittenPlace>;

  constructor(file: string, value: unknown, problems: readonly Problem[], places: ReadonlyMap<string, WrittenPlace>) {
    this.file = file;
    this.value = value;
    this.problems = problems;
    this.#places = places;
  }

  /** The place of a value, or of the nearest thing around it that was written. */
  placeOf(path: DocumentPath): Place {
    return this.#nearest(path).value;
  }

  /** The place of the key before a value: what a reader looks for when the value itself is missing or unknown. */
  keyPlaceOf(path: DocumentPath): Place {
    return this.#nearest(path).key;
  }

  /** A scalar as it was spelled; null where there is none. */
  sourceOf(path: DocumentPath): string | null {
    return this.#places.get(pathKey(path))?.source ?? null;
  }

  #nearest(path: DocumentPath): WrittenPlace {
    for (const known of [path, withoutLoneVersion(path)]) {
      const place = this.#places.get(pathKey(known));
      if (place !== undefined) return place;
    }
    const top = { file: this.file };
    return path.length === 0 ? { value: top, key: top, source: null } : this.#nearest(path.slice(0, -1));
  }
}

export function pathKey(path: DocumentPath): string {
  return JSON.stringify(path);
}

/** `objectives[0].target`, as guards and people write it. */
export function pathText(path: DocumentPath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");
}

/** The steps of `objectives[0].target`. */
export function pathOfText(text: string): DocumentPath {
  return [...text.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) =>
    index === undefined ? (key ?? "") : Number(index),
  );
}

/** A metric or calendar with one version is written without the list that it is read into. */
function withoutLoneVersion(path: DocumentPath): DocumentPath {
  const [section, , version] = path;
  const isVersion = (section === "metrics" || section === "calendars") && version === 0;
  return isVersion ? path.toSpliced(2, 1) : path;
}
