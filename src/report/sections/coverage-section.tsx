import type { Verdict } from "../../assessment/verdict.ts";
import { formatCount, formatDate, formatNumberOf } from "../format-figure.ts";
import { RecordTable, Section, StateBadge, Words } from "../report-elements.tsx";
import { signalWords } from "../state-word.ts";
import { pitfallName } from "./finding-link.tsx";

/** What the verdict rests on: the sources, what was refused of them, and what they cannot show. */
export function CoverageSection({ verdict }: { readonly verdict: Verdict }) {
  return (
    <Section id="coverage" title="What the records can and cannot show">
      <BlindSpots verdict={verdict} />
      <Sources verdict={verdict} />
    </Section>
  );
}

function BlindSpots({ verdict }: { readonly verdict: Verdict }) {
  const { blind } = verdict.coverage;
  if (blind.length === 0)
    return <p className="nothing">No blind spot: every pitfall has the records that would show it.</p>;
  return (
    <RecordTable
      caption="Blind spots, and what would open the eye"
      className="blind-spots"
      columns={[{ title: "Pitfall" }, { title: "Signal" }, { title: "Because" }, { title: "Opens with" }]}
      rows={blind.map(({ pitfall, because, opensWith }, at) => ({
        key: `${pitfall}/${at}`,
        cells: [
          <Words key="pitfall">{pitfallName(pitfall, verdict)}</Words>,
          <StateBadge key="signal" state={signalWords.blind} />,
          <Words key="because">{because}</Words>,
          opensWith.length === 0 ? (
            <span className="muted">nothing yet</span>
          ) : (
            opensWith.map((name) => (
              <code key={name}>
                <Words>{name}</Words>
              </code>
            ))
          ),
        ],
      }))}
    />
  );
}

function Sources({ verdict }: { readonly verdict: Verdict }) {
  const { sources } = verdict.coverage;
  const quarantined = sources.reduce((sum, source) => sum + source.quarantined, 0);
  if (sources.length === 0) return <p className="nothing">No source was read.</p>;
  return (
    <>
      <p>
        {quarantined === 0
          ? "Every row that was read was accepted."
          : `${formatNumberOf(quarantined, "row")} could not be read as records and lie in quarantine, each with its file, line and reason; they count in no figure.`}
      </p>
      <RecordTable
        caption="Sources: accepted and quarantined rows make up all that was read"
        className="sources"
        columns={[
          { title: "Source" },
          { title: "Records" },
          { title: "Accepted", isNumber: true },
          { title: "Quarantined", isNumber: true },
          { title: "Seen before", isNumber: true },
          { title: "Restated", isNumber: true },
          { title: "From", isNumber: true },
          { title: "To", isNumber: true },
        ]}
        rows={sources.map((source) => ({
          key: `${source.source}/${source.fact}`,
          cells: [
            <Words key="source">{source.source}</Words>,
            <code key="fact">
              <Words>{source.fact}</Words>
            </code>,
            formatCount(source.rows),
            source.quarantined === 0 ? "0" : <b key="quarantined">{formatCount(source.quarantined)}</b>,
            formatCount(source.duplicates),
            formatCount(source.restated),
            source.from === null ? "–" : formatDate(source.from),
            source.to === null ? "–" : formatDate(source.to),
          ],
        }))}
      />
    </>
  );
}
