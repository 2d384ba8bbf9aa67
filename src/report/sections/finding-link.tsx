import type { Finding, Verdict } from "../../assessment/verdict.ts";
import { rankFindings } from "../rank-verdict.ts";

/** Where a finding is told in full; by its place, because its id is not ours to trust in a link. */
export function findingAnchor(finding: Finding, verdict: Verdict): string {
  return `finding-${rankFindings(verdict).indexOf(finding) + 1}`;
}

export function pitfallName(id: string, verdict: Verdict): string {
  return verdict.pitfalls.find((pitfall) => pitfall.id === id)?.name ?? id;
}
