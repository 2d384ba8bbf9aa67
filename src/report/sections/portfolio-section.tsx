import type { PitfallVerdict, Verdict } from "../../assessment/verdict.ts";
import { sentenceEnd } from "../displayable-text.ts";
import { formatNumberOf } from "../format-figure.ts";
import { rankPitfalls } from "../rank-verdict.ts";
import { RecordTable, Section, StateBadge, Words } from "../report-elements.tsx";
import { fixWords, guardWords, signalWord } from "../state-word.ts";
import { headlineOf } from "../told-stories.ts";
import { findingAnchor } from "./finding-link.tsx";

/** Every pitfall with its guard, its signal and its fix; what is worst stands first. */
export function PortfolioSection({ verdict }: { readonly verdict: Verdict }) {
  const count = verdict.pitfalls.length;
  return (
    <Section
      id="pitfalls"
      title={count === 25 ? "The 25 pitfalls" : formatNumberOf(count, "pitfall")}
      lead="Guard: is the prevention in place? Signal: do the records show it beginning? Fix: is what was decided working?"
    >
      <RecordTable
        caption="Guard, signal and fix of each pitfall, worst first"
        className="portfolio"
        columns={[
          { title: "Pitfall" },
          { title: "Signal" },
          { title: "Guard" },
          { title: "Fix" },
          { title: "In short" },
        ]}
        rows={rankPitfalls(verdict.pitfalls).map((pitfall) => ({
          key: pitfall.id,
          className: pitfall.signal.state,
          cells: [
            <Words key="name">{pitfall.name}</Words>,
            <StateBadge key="signal" state={signalWord(pitfall.signal)} strong={pitfall.signal.state === "alarm"} />,
            <StateBadge key="guard" state={guardWords[pitfall.guard.state]} />,
            <StateBadge key="fix" state={fixWords[pitfall.fix.state]} />,
            <InShort key="short" pitfall={pitfall} verdict={verdict} />,
          ],
        }))}
      />
    </Section>
  );
}

function InShort({ pitfall, verdict }: { readonly pitfall: PitfallVerdict; readonly verdict: Verdict }) {
  const { state, findings, blindBecause, clearMeans, clearInPart } = pitfall.signal;
  const told = findings.flatMap((id) => verdict.findings.find((finding) => finding.id === id) ?? []);
  const lacking = pitfall.guard.checks.filter((check) => check.state !== "in-place").length;
  if (told.length > 0)
    return (
      <>
        {told.map((finding) => (
          <span key={finding.id} className="short">
            <a href={`#${findingAnchor(finding, verdict)}`}>
              <Words>{headlineOf(finding)}</Words>
            </a>
          </span>
        ))}
      </>
    );
  if (state === "blind") return <Words>{sentenceEnd(`Cannot be seen: ${blindBecause ?? "no records"}`)}</Words>;
  return (
    <>
      {lacking === 0 ? clearInPart ? null : "Nothing to do." : <>{formatNumberOf(lacking, "guard")} to put in place.</>}
      {clearMeans ? (
        <span className="small">
          <Words>{clearMeans}</Words>
        </span>
      ) : null}
    </>
  );
}
