import type { Finding, Verdict } from "../../assessment/verdict.ts";
import { formatDate, formatMoney } from "../format-figure.ts";
import { raisedWords } from "../raised-words.ts";
import { moneyAtStake } from "../rank-verdict.ts";
import { Fold, RecordTable, Section, StateBadge, Words } from "../report-elements.tsx";
import { signalWords } from "../state-word.ts";
import {
  countOf,
  findingCounts,
  headlineOf,
  reasonWords,
  storiesToTell,
  type ToldStory,
  weekLines,
} from "../told-stories.ts";
import { Answers } from "./finding-answers.tsx";
import { findingAnchor, pitfallName } from "./finding-link.tsx";
import { Standing } from "./standing.tsx";

type Props = { readonly verdict: Verdict; readonly folder: string };

/** The first screen: what a week changed, the few stories that matter most with what to do, and the rest counted and folded. */
export function DecisionsSection({ verdict, folder }: Props) {
  const { first, rest } = storiesToTell(verdict);
  const hasAlarm = first.some(({ state }) => state === "alarm");
  return (
    <Section id="now" title="What matters this week">
      <Standing verdict={verdict} />
      <Week verdict={verdict} />
      {hasAlarm ? null : (
        <p className="nothing">
          No alarm. What cannot be seen is not thereby well: see <a href="#coverage">what the records cannot show</a>.
        </p>
      )}
      <ol className="decisions">
        {first.map((story) => (
          <StoryCard key={story.lead.id} story={story} verdict={verdict} folder={folder} />
        ))}
      </ol>
      {rest.length === 0 ? null : (
        <Fold title={`The rest: ${countOf(rest)}`}>
          <RestTable stories={rest} verdict={verdict} />
        </Fold>
      )}
    </Section>
  );
}

function Week({ verdict }: { readonly verdict: Verdict }) {
  const lines = weekLines(verdict);
  if (lines.length === 0) return null;
  const from = verdict.sinceLastWeek?.from ?? verdict.asOf;
  return (
    <div className="week">
      <h3>Since {formatDate(from)}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <Words>{line}</Words>
          </li>
        ))}
      </ul>
    </div>
  );
}

function StoryCard({ story, verdict, folder }: Props & { readonly story: ToldStory }) {
  const { lead, others, together } = story;
  const [firstStep] = lead.playbook;
  const why = reasonWords(story);
  const money = moneyAtStake([lead, ...others], verdict);
  return (
    <li className="decision">
      <div className="decision-head">
        <StateBadge state={signalWords[lead.state]} strong={lead.state === "alarm"} />
        <h3>
          <Words>{pitfallName(lead.pitfall, verdict)}</Words>
        </h3>
        {why === "" ? null : <p className="why-first">{why}</p>}
        {money.length === 0 ? null : (
          <p className="at-stake">{money.map(formatMoney).join(" and ")} in credits at stake</p>
        )}
      </div>
      <p className="statement">
        <Words>{headlineOf(lead)}</Words>
      </p>
      {lead.answers === undefined ? null : (
        <Answers answers={lead.answers} finding={lead} verdict={verdict} folder={folder} />
      )}
      {firstStep === undefined ? null : (
        <p>
          <b>Do now:</b> <Words>{firstStep}</Words>
        </p>
      )}
      {others.length === 0 ? null : (
        <Fold title={`The same story: ${findingCounts(others)} more`}>
          <p className="small">{together}</p>
          <ul className="plain">
            {others.map((finding) => (
              <OtherFinding key={finding.id} finding={finding} verdict={verdict} />
            ))}
          </ul>
        </Fold>
      )}
      <p className="muted">
        Raised {raisedWords(lead)} · <a href={`#${findingAnchor(lead, verdict)}`}>evidence and next steps</a>
      </p>
    </li>
  );
}

function OtherFinding({ finding, verdict }: { readonly finding: Finding; readonly verdict: Verdict }) {
  return (
    <li>
      <StateBadge state={signalWords[finding.state]} />{" "}
      <a href={`#${findingAnchor(finding, verdict)}`}>
        <Words>{pitfallName(finding.pitfall, verdict)}</Words>
      </a>
      : <Words>{headlineOf(finding)}</Words>
    </li>
  );
}

function RestTable({ stories, verdict }: { readonly stories: readonly ToldStory[]; readonly verdict: Verdict }) {
  return (
    <RecordTable
      caption="In the order in which to read them; each leads to its evidence"
      className="rest"
      columns={[
        { title: "Story" },
        { title: "State" },
        { title: "What" },
        { title: "Since" },
        { title: "Who owns it" },
      ]}
      rows={stories.map(({ lead, others, state }) => ({
        key: lead.id,
        cells: [
          <a key="name" href={`#${findingAnchor(lead, verdict)}`}>
            <Words>{pitfallName(lead.pitfall, verdict)}</Words>
          </a>,
          <StateBadge key="state" state={signalWords[state]} strong={state === "alarm"} />,
          <span key="what">
            <Words>{headlineOf(lead)}</Words>
            {others.length === 0 ? null : <span className="small">With {findingCounts(others)} more.</span>}
          </span>,
          <Words key="since">
            {lead.answers?.since ?? (lead.onset === null ? "not known" : formatDate(lead.onset))}
          </Words>,
          <Words key="owner">{lead.answers?.owner ?? "not known"}</Words>,
        ],
      }))}
    />
  );
}
