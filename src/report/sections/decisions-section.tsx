import type { Finding, Verdict } from "../../assessment/verdict.ts";
import { formatDate, formatMoney, formatNumberOf } from "../format-figure.ts";
import { raisedWords } from "../raised-words.ts";
import { creditsOwed, moneyAtStake, rankFindings, rankServiceLevels } from "../rank-verdict.ts";
import { Fold, Section, StateBadge, Words } from "../report-elements.tsx";
import { signalWords } from "../state-word.ts";

const shownAtOnce = 6;

/** The first screen: how things stand in a few figures, and what somebody must decide now. */
export function DecisionsSection({ verdict }: { readonly verdict: Verdict }) {
  const alarms = rankFindings(verdict).filter(({ state }) => state === "alarm");
  return (
    <Section id="now" title="What needs a decision now">
      <Standing verdict={verdict} />
      {alarms.length === 0 ? (
        <p className="nothing">
          No alarm. What cannot be seen is not thereby well: see <a href="#coverage">what the records cannot show</a>.
        </p>
      ) : (
        <Decisions findings={alarms.slice(0, shownAtOnce)} verdict={verdict} />
      )}
      {alarms.length <= shownAtOnce ? null : (
        <Fold title={formatNumberOf(alarms.length - shownAtOnce, "more alarm")}>
          <Decisions findings={alarms.slice(shownAtOnce)} verdict={verdict} />
        </Fold>
      )}
    </Section>
  );
}

/** Where a finding is told in full; by its place, because its id is not ours to trust in a link. */
export function findingAnchor(finding: Finding, verdict: Verdict): string {
  return `finding-${rankFindings(verdict).indexOf(finding) + 1}`;
}

export function pitfallName(id: string, verdict: Verdict): string {
  return verdict.pitfalls.find((pitfall) => pitfall.id === id)?.name ?? id;
}

function Decisions({ findings, verdict }: { readonly findings: readonly Finding[]; readonly verdict: Verdict }) {
  return (
    <ol className="decisions">
      {findings.map((finding) => (
        <Decision key={finding.id} finding={finding} verdict={verdict} />
      ))}
    </ol>
  );
}

function Decision({ finding, verdict }: { readonly finding: Finding; readonly verdict: Verdict }) {
  const money = moneyAtStake(finding, verdict);
  const [firstStep] = finding.playbook;
  return (
    <li className="decision">
      <div className="decision-head">
        <StateBadge state={signalWords[finding.state]} strong />
        <h3>
          <Words>{pitfallName(finding.pitfall, verdict)}</Words>
        </h3>
        {money.length === 0 ? null : (
          <p className="at-stake">{money.map(formatMoney).join(" and ")} in credits at stake</p>
        )}
      </div>
      <p className="statement">
        <Words>{finding.statement}</Words>
      </p>
      {firstStep === undefined ? null : (
        <p>
          <b>First step:</b> <Words>{firstStep}</Words>
        </p>
      )}
      <p className="muted">
        Raised {raisedWords(finding, verdict)}
        {finding.onset === null ? "" : `, began about ${formatDate(finding.onset)}`} ·{" "}
        <a href={`#${findingAnchor(finding, verdict)}`}>evidence and next steps</a>
      </p>
    </li>
  );
}

function Standing({ verdict }: { readonly verdict: Verdict }) {
  const count = (state: string) => verdict.pitfalls.filter(({ signal }) => signal.state === state).length;
  const levels = rankServiceLevels(verdict.serviceLevels).map(({ latest }) => latest.state);
  const notMet = levels.filter((state) => state === "missed" || state === "below-minimum").length;
  const unknown = levels.filter((state) => state === "unknown").length;
  const owed = creditsOwed(verdict.serviceLevels);
  const unguarded = verdict.pitfalls.filter(({ guard }) => guard.state === "missing").length;
  return (
    <dl className="standing">
      <Figure
        title="Pitfalls"
        figure={formatNumberOf(count("alarm"), "alarm")}
        tone={count("alarm") > 0 ? "bad" : "plain"}
      >
        {count("watch")} on watch, {count("clear")} clear of {verdict.pitfalls.length}
      </Figure>
      <Figure title="Blind spots" figure={String(count("blind"))} tone="unknown">
        pitfalls that the records cannot show
      </Figure>
      <Figure title="Service levels" figure={`${notMet} not met`} tone={notMet > 0 ? "bad" : "plain"}>
        of {levels.length}; {levels.length - notMet - unknown} met, {unknown} unknown
      </Figure>
      <Figure title="Credits owed" figure={owed.length === 0 ? "none" : owed.map(formatMoney).join(" + ")} tone="plain">
        for the latest complete period
      </Figure>
      <Figure title="Guards missing" figure={String(unguarded)} tone={unguarded > 0 ? "worry" : "plain"}>
        pitfalls that nothing on record prevents
      </Figure>
    </dl>
  );
}

function Figure(props: {
  readonly title: string;
  readonly figure: string;
  readonly tone: string;
  readonly children: React.ReactNode;
}) {
  return (
    <div className={`standing-figure tone-${props.tone}`}>
      <dt>{props.title}</dt>
      <dd>
        <span className="big">{props.figure}</span> <span className="small">{props.children}</span>
      </dd>
    </div>
  );
}
