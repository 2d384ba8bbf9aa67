import type { Finding, Verdict } from "../../assessment/verdict.ts";
import { Sparkline } from "../charts/sparkline.tsx";
import { type EvidencePart, evidenceParts } from "../evidence-figure.ts";
import { unitOfFinding } from "../figure-unit.ts";
import { formatDate, formatNumberOf, formatSegment, lowerFirst, wordsOf } from "../format-figure.ts";
import { raisedWords } from "../raised-words.ts";
import { rankFindings } from "../rank-verdict.ts";
import { FigureTable, Fold, Section, StateBadge, Words } from "../report-elements.tsx";
import type { PitfallText } from "../report-options.ts";
import { signalWords } from "../state-word.ts";
import { FindingActions } from "./action-section.tsx";
import { Answers } from "./finding-answers.tsx";
import { findingAnchor, pitfallName } from "./finding-link.tsx";

type Props = { readonly verdict: Verdict; readonly catalogue: readonly PitfallText[]; readonly folder: string };

/** Every finding with the evidence from which a reader can recompute it, and what to do first, and what is done. */
export function FindingSection({ verdict, catalogue, folder }: Props) {
  const findings = rankFindings(verdict);
  return (
    <Section id="findings" title="Findings and their evidence">
      {findings.length === 0 ? <p className="nothing">The records show nothing that chance does not explain.</p> : null}
      {findings.map((finding) => (
        <FindingArticle
          key={finding.id}
          finding={finding}
          verdict={verdict}
          text={catalogue.find(({ id }) => id === finding.pitfall)}
          folder={folder}
        />
      ))}
    </Section>
  );
}

function FindingArticle(props: {
  readonly finding: Finding;
  readonly verdict: Verdict;
  readonly text: PitfallText | undefined;
  readonly folder: string;
}) {
  const { finding, verdict, text, folder } = props;
  const anchor = findingAnchor(finding, verdict);
  const parts = evidenceParts(finding.evidence, unitOfFinding(verdict, finding));
  const { answers } = finding;
  return (
    <article className={`finding ${finding.state}`} id={anchor} aria-labelledby={`${anchor}-title`}>
      <h3 id={`${anchor}-title`}>
        <StateBadge state={signalWords[finding.state]} strong={finding.state === "alarm"} />{" "}
        <Words>{pitfallName(finding.pitfall, verdict)}</Words>
      </h3>
      {answers === undefined ? null : <Answers answers={answers} finding={finding} verdict={verdict} folder={folder} />}
      <p className={answers === undefined ? "statement" : ""}>
        {answers === undefined ? null : <b>In full: </b>}
        <Words>{finding.statement}</Words>
      </p>
      <p className="muted">
        About <Words>{subjectOf(finding)}</Words> · raised {raisedWords(finding)} ·{" "}
        {finding.onset === null ? "when it began cannot be told" : `began about ${formatDate(finding.onset)}`} · found
        by <Words>{lowerFirst(wordsOf(finding.detector))}</Words>
      </p>
      <div className="finding-body">
        {finding.playbook.length === 0 ? null : (
          <div>
            <h4>What to do</h4>
            <ol>
              {finding.playbook.map((step) => (
                <li key={step}>
                  <Words>{step}</Words>
                </li>
              ))}
            </ol>
          </div>
        )}
        <div>
          <h4>What is done</h4>
          <FindingActions finding={finding} verdict={verdict} />
        </div>
      </div>
      {parts.length === 0 ? null : (
        <Fold title="Evidence: the figures and records from which it can be worked out again">
          <Evidence parts={parts} />
        </Fold>
      )}
      {text === undefined ? null : (
        <p className="small">
          Why it hurts: <Words>{text.whyItHurts}</Words>
        </p>
      )}
    </article>
  );
}

function subjectOf({ subject }: Finding): string {
  const kind = lowerFirst(wordsOf(subject.kind));
  return [`${kind} ${subject.id}`, formatSegment(subject.segment)].filter((part) => part !== "").join(", ");
}

function Evidence({ parts }: { readonly parts: readonly EvidencePart[] }) {
  const short = parts.filter((part) => part.kind === "figure" || part.kind === "series");
  const long = parts.filter((part) => part.kind === "items" || part.kind === "rows");
  return (
    <>
      {short.length === 0 ? null : (
        <dl className="evidence">
          {short.map((part) => (
            <div key={part.label}>
              <dt>
                <Words>{part.label}</Words>
              </dt>
              <dd>{part.kind === "figure" ? <Words>{part.text}</Words> : <Series part={part} />}</dd>
            </div>
          ))}
        </dl>
      )}
      {long.map((part) =>
        part.kind === "rows" ? (
          <FigureTable
            key={part.label}
            caption={part.label}
            columns={part.columns.map((title, at) => ({ title, isNumber: at > 0 }))}
            rows={part.rows.map((cells) => ({ key: cells.join("|"), cells }))}
          />
        ) : (
          <Fold key={part.label} title={`${part.label}: ${formatNumberOf(part.items.length, "item")}`}>
            <p className="items">
              <Words>{part.items.join(", ")}</Words>
            </p>
          </Fold>
        ),
      )}
    </>
  );
}

function Series({ part }: { readonly part: EvidencePart & { readonly kind: "series" } }) {
  const shown = part.texts.length > 12 ? [...part.texts.slice(0, 3), "…", ...part.texts.slice(-3)] : part.texts;
  return (
    <>
      <Sparkline values={part.values} /> {shown.join(", ")}
    </>
  );
}
