import type { ActionVerdict, Finding, FixState, Verdict } from "../assessment/verdict.ts";
import { addDays } from "../values/time.ts";
import { formatDate, formatNumberOf } from "./format-figure.ts";
import { fixWords } from "./state-word.ts";

/** Every action of the verdict once for each pitfall that it fights, in the order of the pitfalls. */
export function actionsOf(verdict: Verdict): readonly { readonly pitfall: string; readonly action: ActionVerdict }[] {
  return verdict.pitfalls.flatMap(({ id, fix }) => (fix.actions ?? []).map((action) => ({ pitfall: id, action })));
}

/** Actions that name the finding, or fight its pitfall as a whole. */
export function actionsAnswering(finding: Finding, verdict: Verdict): readonly ActionVerdict[] {
  const { actions = [] } = verdict.pitfalls.find(({ id }) => id === finding.pitfall)?.fix ?? {};
  return actions.filter(({ findings }) => findings.length === 0 || findings.includes(finding.id));
}

/** `owner luis · due 31 July 2026, 12 days late · done 3 June 2026`; what is missing is said. */
export function actionTerms({ owner, due, doneOn }: ActionVerdict, asOf: string): string {
  const isLate = due !== null && due < asOf && (doneOn === null || doneOn > asOf);
  return [
    owner === null ? "no owner" : `owner ${owner}`,
    due === null ? "no date" : `due ${formatDate(due)}${isLate ? ", late" : ""}`,
    ...(doneOn === null ? [] : [`done ${formatDate(doneOn)}`]),
  ].join(" · ");
}

const worstFirst: readonly FixState[] = ["not-working", "open", "working", "resolved"];

/** `Actions: ✗ 1 not working, • 2 open; 3 findings without one`; null where there is nothing to act on. */
export function actionsInShort(verdict: Verdict): string | null {
  const actions = actionsOf(verdict).map(({ action }) => action.state);
  const unanswered = verdict.findings.filter((finding) => actionsAnswering(finding, verdict).length === 0).length;
  if (actions.length === 0 && unanswered === 0) return null;
  const counts = worstFirst.flatMap((state) => {
    const count = actions.filter((one) => one === state).length;
    return count === 0 ? [] : [`${fixWords[state].glyph} ${count} ${fixWords[state].word}`];
  });
  const told = counts.length === 0 ? "none" : counts.join(", ");
  return `Actions: ${told}${unanswered === 0 ? "" : `; ${formatNumberOf(unanswered, "finding")} without one`}`;
}

/** Four weeks: long enough to begin something, short enough to be asked about. */
const daysToBegin = 28;

/** The lines of partnership.yaml that answer a finding; owner and title are for people to write. */
export function actionToWrite({ id, pitfall, subject }: Finding, { asOf }: Verdict): string {
  return [
    "actions:",
    `  - id: ${pitfall}-answer`,
    "    title: What will be done",
    `    findings: [${JSON.stringify(id)}]`,
    "    owner: who-does-it # the id of somebody among people",
    `    due: ${addDays(asOf, daysToBegin)}`,
    ...(subject.kind === "metric" ? [`    measure: ${subject.id}`] : ["    # measure: the metric that judges it"]),
    `    started: ${asOf} # the day from which it could have an effect`,
  ].join("\n");
}
