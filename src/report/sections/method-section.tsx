import type { Verdict } from "../../assessment/verdict.ts";
import { alarmBudgetWords } from "../alarm-budget-words.ts";
import { displayableText } from "../displayable-text.ts";
import { formatNumberOf } from "../format-figure.ts";
import { Section, StateBadge } from "../report-elements.tsx";
import type { PitfallText } from "../report-options.ts";
import {
  assuranceWords,
  fixWords,
  guardWords,
  type StateWord,
  serviceLevelWords,
  signalWords,
  variationWord,
} from "../state-word.ts";
import { PitfallMeanings } from "./pitfall-meanings.tsx";

type Props = { readonly verdict: Verdict; readonly catalogue: readonly PitfallText[]; readonly folder: string };

/** What the words and signs mean, how the figures are made, and how to have one explained. */
export function MethodSection({ verdict, catalogue, folder }: Props) {
  const figure = verdict.serviceLevels[0]?.id ?? verdict.kpis[0]?.metric ?? "<figure>";
  return (
    <Section id="method" title="Definitions and method">
      <dl className="definitions">
        {definitions.map(([state, meaning]) => (
          <div key={state.word}>
            <dt>
              <StateBadge state={state} />
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <h3>How a figure is made</h3>
      <ul>
        <li>Every figure is computed from the raw records by the definition that was agreed for its period.</li>
        <li>
          Items still open past their limit count as failed; items not yet decided are pending and count in neither
          part.
        </li>
        <li>Exclusions count only when agreed, and the figure with nothing excluded stands beside.</li>
        <li>No records, too few or stale ones give “unknown”: never 0, never 100, never good.</li>
        <li>
          Budget spent is the part of the allowed failures that was used: the target allows some, 100 % is all of them.
        </li>
        {verdict.alarmBudget === undefined ? null : (
          <li>
            {alarmBudgetWords(verdict.alarmBudget)} A change is told as an alarm when chance alone gives evidence as
            strong about once in {formatNumberOf(Math.round(verdict.alarmBudget.alarmAt), "week")} for one pitfall, and
            as a watch at half of that. <code>bellwether power</code> says how small a change each figure can show.
          </li>
        )}
        <li>
          Control limits are those of the process itself, not targets. Shares stand on p charts, rates on u charts (in
          Laney’s form where they spread more than chance gives), other figures on XmR or X̄ and S charts.
        </li>
      </ul>
      <PitfallMeanings verdict={verdict} catalogue={catalogue} />
      <h3>To see the whole working of a figure</h3>
      <p>
        <code className="command">{displayableText(`bellwether explain ${folder} ${figure}`, 300)}</code>
      </p>
    </Section>
  );
}

const definitions: readonly (readonly [StateWord, string])[] = [
  [signalWords.alarm, "The records show it, beyond what chance explains or against what was agreed: decide now."],
  [signalWords.watch, "The records hint at it: look again before the next meeting."],
  [signalWords.clear, "The records that would show it are there, and do not."],
  [signalWords.blind, "The records that would show it are not there. Not the same as clear."],
  [guardWords["in-place"], "The prevention is on record."],
  [guardWords.partial, "Some of the prevention is on record."],
  [guardWords.missing, "None of it is on record."],
  [fixWords.working, "Something was decided, and the measure it is judged by is moving the right way."],
  [fixWords["not-working"], "Something was decided, and the measure is not moving."],
  [serviceLevelWords.missed, "Worse than the target, not worse than the minimum."],
  [serviceLevelWords["below-minimum"], "Worse than the minimum."],
  [
    variationWord({ variation: "common-cause", better: null }),
    "As usual: nothing in the figures asks for an explanation.",
  ],
  [variationWord({ variation: "special-cause", better: null }), "Changed beyond chance, where neither way is better."],
  [
    variationWord({ variation: "worsening", better: "higher" }),
    "Changed beyond chance, for the worse; the arrow shows which way the figure goes.",
  ],
  [variationWord({ variation: "improving", better: "higher" }), "Changed beyond chance, for the better."],
  [assuranceWords.passes, "The target lies outside the limits on the good side: this process will meet it."],
  [assuranceWords["hit-or-miss"], "The target lies inside the limits: meeting it is chance."],
  [
    assuranceWords.fails,
    "The target lies outside the limits on the bad side: this process will not meet it unless it is changed.",
  ],
];
