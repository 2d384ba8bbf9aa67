/**
 * Things that wait for each other, so that none can begin.
 * @param successors for each id the ids that it leads to; ids that are no key lead nowhere
 * @returns each cycle once, as ids in the order of following
 */
export function cyclesIn(successors: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const settled = new Set<string>();
  const cycles: string[][] = [];
  for (const start of successors.keys()) {
    // An explicit stack: a long chain must not exhaust the call stack.
    const path: string[] = [];
    const pending: { id: string; leaves: boolean }[] = [{ id: start, leaves: false }];
    for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
      const since = path.indexOf(step.id);
      if (step.leaves) {
        path.pop();
        settled.add(step.id);
      } else if (since >= 0) {
        cycles.push(path.slice(since));
      } else if (!settled.has(step.id)) {
        path.push(step.id);
        pending.push({ id: step.id, leaves: true });
        for (const id of successors.get(step.id) ?? []) if (successors.has(id)) pending.push({ id, leaves: false });
      }
    }
  }
  return cycles;
}
