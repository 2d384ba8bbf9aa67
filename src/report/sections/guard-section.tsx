import type { GuardCheck, Verdict } from "../../assessment/verdict.ts";
import { formatNumberOf } from "../format-figure.ts";
import { rankPitfalls } from "../rank-verdict.ts";
import { Fold, RecordTable, Section, StateBadge, Words } from "../report-elements.tsx";
import { guardWords } from "../state-word.ts";

const shownAtOnce = 12;

/** What should prevent a pitfall and is not there, each with the shortest way to put it there; the most pressing first. */
export function GuardSection({ verdict }: { readonly verdict: Verdict }) {
  const lacking = lackingGuards(verdict);
  const [first, rest] = [lacking.slice(0, shownAtOnce), lacking.slice(shownAtOnce)];
  return (
    <Section
      id="guards"
      title="Guards to put in place"
      lead="Prevention that the record does not show; the place is where in partnership.yaml to write it."
    >
      {first.length === 0 ? (
        <p className="nothing">No guard is known to be missing.</p>
      ) : (
        <GuardTable caption="Guards that are missing or partial, against the worst signals first" guards={first} />
      )}
      {rest.length === 0 ? null : (
        <Fold title={formatNumberOf(rest.length, "more guard")}>
          <GuardTable caption="More guards that are missing or partial" guards={rest} />
        </Fold>
      )}
    </Section>
  );
}

type LackingGuard = GuardCheck & { readonly pitfall: string; readonly key: string };

function lackingGuards({ pitfalls }: Verdict): readonly LackingGuard[] {
  return rankPitfalls(pitfalls)
    .flatMap(({ id, name, guard }) =>
      guard.checks.map((check) => ({ ...check, pitfall: name, key: `${id}/${check.id}` })),
    )
    .filter(({ state }) => state !== "in-place")
    .sort((a, b) => Number(a.state === "partial") - Number(b.state === "partial"));
}

function GuardTable({ caption, guards }: { readonly caption: string; readonly guards: readonly LackingGuard[] }) {
  return (
    <RecordTable
      caption={caption}
      className="guards"
      columns={[
        { title: "Against" },
        { title: "State" },
        { title: "What is lacking" },
        { title: "Shortest remedy" },
        { title: "Place" },
      ]}
      rows={guards.map(({ key, pitfall, state, message, remedy, at }) => ({
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
  );
}
