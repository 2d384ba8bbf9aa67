import type { Finding, FindingAnswers, Verdict } from "../../assessment/verdict.ts";
import { Words } from "../report-elements.tsx";
import { commandOf } from "../told-stories.ts";

/** What a reader asks of a finding, each with its answer; the command stands whole, for copying. */
export function Answers(props: {
  readonly answers: FindingAnswers;
  readonly finding: Finding;
  readonly verdict: Verdict;
  readonly folder: string;
}) {
  const { answers, finding, verdict, folder } = props;
  return (
    <dl className="answers-of">
      <Answer asked="Since when">{answers.since}</Answer>
      <Answer asked="By how much">{answers.howMuch}</Answer>
      <Answer asked="How sure">{answers.howSure}</Answer>
      <Answer asked="If it goes on">{answers.ifItGoesOn}</Answer>
      <Answer asked="Who owns it">{answers.owner}</Answer>
      <Answer asked="Which items show it" command={commandOf(finding, verdict, folder)}>
        {answers.items}
      </Answer>
    </dl>
  );
}

function Answer(props: { readonly asked: string; readonly children: string; readonly command?: string | null }) {
  const { asked, children, command = null } = props;
  return (
    <div>
      <dt>{asked}</dt>
      <dd>
        <Words>{children}</Words>
        {command === null ? null : (
          <>
            {" "}
            <code>{command}</code>
          </>
        )}
      </dd>
    </div>
  );
}
