import { z } from "zod";
import { Identifier, PersonId } from "../../values/identifier.ts";
import { Side } from "../../values/side.ts";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";

/** A point in time by which something is done, or a thing that is handed over by then. */
export const Milestone = z.strictObject({
  id: Identifier,
  title: Text,
  kind: z.enum(["milestone", "deliverable"]).default("milestone"),
  side: Side.optional().describe("which side owes it"),
  owner: PersonId.optional(),
  due: PlainDate.optional(),
  after: z.array(Identifier).default([]).describe("milestones that must be done first"),
  acceptance: Text.optional().describe("how everybody can tell that it is done"),
  accepted_by: PersonId.optional().describe("who says that it is done"),
  done_on: PlainDate.optional(),
  accepted_on: PlainDate.optional(),
});
export type Milestone = z.infer<typeof Milestone>;

/**
 * Milestones that wait for each other, so that none can begin.
 * @returns each cycle once, as ids in the order of waiting; unknown ids are passed over
 */
export function milestoneCycles(
  milestones: readonly Pick<Milestone, "id" | "after">[],
): readonly (readonly string[])[] {
  const after = new Map(milestones.map((milestone) => [milestone.id, milestone.after]));
  const settled = new Set<string>();
  const cycles: string[][] = [];
  for (const start of after.keys()) {
    // An explicit stack: a long chain of milestones must not exhaust the call stack.
    const path: string[] = [];
    const pending: { id: string; leave: boolean }[] = [{ id: start, leave: false }];
    while (pending.length > 0) {
      const step = pending.pop();
      if (step === undefined) break;
      if (step.leave) {
        path.pop();
        settled.add(step.id);
        continue;
      }
      if (settled.has(step.id)) continue;
      const since = path.indexOf(step.id);
      if (since >= 0) {
        cycles.push(path.slice(since));
        continue;
      }
      path.push(step.id);
      pending.push({ id: step.id, leave: true });
      for (const id of after.get(step.id) ?? []) if (after.has(id)) pending.push({ id, leave: false });
    }
  }
  return cycles;
}
