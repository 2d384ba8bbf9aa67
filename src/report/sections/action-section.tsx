import type { ActionVerdict, Finding, Verdict } from "../../assessment/verdict.ts";
import { actionsAnswering, actionsOf, actionTerms, actionToWrite } from "../answering-actions.ts";
import { formatDate } from "../format-figure.ts";
import { Fold, RecordTable, Section, StateBadge, Words } from "../report-elements.tsx";
import { fixWords } from "../state-word.ts";
import { pitfallName } from "./finding-link.tsx";

/** All that is done against pitfalls, and what followed by its measure. */
export function ActionSection({ verdict }: { readonly verdict: Verdict }) {
  const actions = actionsOf(verdict);
  return (
    <Section
      id="actions"
      title="Actions and what followed"
      lead="Each is judged by its measure since it began, against the line that the measure was on before. This tells what followed, not what caused it."
    >
      {actions.length === 0 ? (
        <p className="nothing">No action is on record.</p>
      ) : (
        <RecordTable
          caption="Actions, by the pitfall that they fight"
          className="actions"
          columns={[
            { title: "Action" },
            { title: "Against" },
            { title: "State" },
            { title: "Owner" },
            { title: "Due" },
            { title: "What followed" },
          ]}
          rows={actions.map(({ pitfall, action }) => ({
            key: `${pitfall}/${action.id}`,
            cells: [
              <Words key="action">{action.title}</Words>,
              <Words key="against">{pitfallName(pitfall, verdict)}</Words>,
              <StateBadge key="state" state={fixWords[action.state]} strong={action.outcome === "did-harm"} />,
              <Words key="owner">{action.owner ?? "nobody"}</Words>,
              action.due === null ? "no date" : formatDate(action.due),
              <Words key="followed">{action.statement}</Words>,
            ],
          }))}
        />
      )}
    </Section>
  );
}

/** What is done about one finding; where nothing is, how to write it down. */
export function FindingActions({ finding, verdict }: { readonly finding: Finding; readonly verdict: Verdict }) {
  const actions = actionsAnswering(finding, verdict);
  if (actions.length > 0)
    return (
      <ul className="answers">
        {actions.map((action) => (
          <Answer key={action.id} action={action} asOf={verdict.asOf} />
        ))}
      </ul>
    );
  return (
    <>
      <p>No action answers this finding.</p>
      <Fold title="The lines that add one to partnership.yaml">
        <pre>
          <code>{actionToWrite(finding, verdict)}</code>
        </pre>
      </Fold>
    </>
  );
}

function Answer({ action, asOf }: { readonly action: ActionVerdict; readonly asOf: string }) {
  return (
    <li>
      <StateBadge state={fixWords[action.state]} strong={action.outcome === "did-harm"} />{" "}
      <b>
        <Words>{action.title}</Words>
      </b>{" "}
      <span className="muted">
        <Words>{actionTerms(action, asOf)}</Words>
      </span>
      <p>
        <Words>{action.statement}</Words>
      </p>
    </li>
  );
}
