import type { Verdict } from "../../assessment/verdict.ts";
import { rankPitfalls } from "../rank-verdict.ts";
import { RecordTable, Section, StateBadge, Words } from "../report-elements.tsx";
import { guardWords } from "../state-word.ts";

/** What should prevent a pitfall and is not there, each with the shortest way to put it there. */
export function GuardSection({ verdict }: { readonly verdict: Verdict }) {
  const lacking = rankPitfalls(verdict.pitfalls)
    .flatMap(({ id, name, guard }) =>
      guard.checks.map((check) => ({ ...check, pitfall: name, key: `${id}/${check.id}` })),
    )
    .filter(({ state }) => state !== "in-place")
    .sort((a, b) => Number(a.state === "partial") - Number(b.state === "partial"));
  return (
    <Section
      id="guards"
      title="Guards to put in place"
      lead="Prevention that the record does not show; the place is the line of partnership.yaml to write."
    >
      {lacking.length === 0 ? (
        <p className="nothing">Every guard is in place.</p>
      ) : (
        <RecordTable
          caption="Guards that are missing or partial"
          className="guards"
          columns={[
            { title: "Against" },
            { title: "State" },
            { title: "What is lacking" },
            { title: "Shortest remedy" },
            { title: "Place" },
          ]}
          rows={lacking.map(({ key, pitfall, state, message, remedy, at }) => ({
            key,
            cells: [
              <Words key="against">{pitfall}</Words>,
              <StateBadge key="state" state={guardWords[state]} />,
              <Words key="message">{message}</Words>,
              remedy === undefined ? <span className="muted">–</span> : <Words key="remedy">{remedy}</Words>,
              at === undefined ? (
                <span className="muted">–</span>
              ) : (
                <code>
                  <Words>{at}</Words>
                </code>
              ),
            ],
          }))}
        />
      )}
    </Section>
  );
}
