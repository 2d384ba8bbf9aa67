import { describe, expect, test } from "vitest";
import { askGuards, guardRules } from "../../src/pitfalls/guards/guard-rules.ts";
import type { PitfallId } from "../../src/pitfalls/pitfall-definition.ts";
import { completeAsOf, type Edits, recordWith } from "./complete-record.ts";

/** What is changed in the complete record so that a check finds its guard partial, missing, or faked. */
export type GuardRow = {
  /** null where a thing is there or not, and nothing lies between */
  readonly partial: Edits | null;
  readonly missing: Edits;
  /** edits that look like an answer and are none */
  readonly fooled: Edits;
};

/** Tests every check of a pitfall: in place on the complete record, then partial, missing and not fooled. */
export function testGuards(pitfall: PitfallId, table: Readonly<Record<string, GuardRow>>): void {
  const answer = (id: string, edits: Edits) => {
    const check = askGuards(pitfall, recordWith(edits), completeAsOf).find((one) => one.id === id);
    if (check === undefined) throw new Error(`${pitfall} has no check ${id}`);
    return check;
  };

  describe(pitfall, () => {
    test("has a row for every check", () => {
      expect(Object.keys(table).sort()).toEqual(guardRules[pitfall].map(({ id }) => id).sort());
    });
    for (const [id, { partial, missing, fooled }] of Object.entries(table)) {
      test(`${id}: in place, ${partial === null ? "" : "partial, "}missing, and not fooled`, () => {
        expect(answer(id, {})).toMatchObject({ id, state: "in-place", message: expect.stringMatching(/\.$/) });
        expect(answer(id, {}).remedy).toBeUndefined();
        const lacking = {
          message: expect.stringMatching(/\.$/),
          remedy: expect.stringMatching(/\.$/),
          at: expect.any(String),
        };
        if (partial !== null) expect(answer(id, partial)).toMatchObject({ state: "partial", ...lacking });
        expect(answer(id, missing)).toMatchObject({ state: "missing", ...lacking });
        expect(answer(id, fooled).state).not.toBe("in-place");
      });
    }
  });
}
