import type { Verdict } from "../../assessment/verdict.ts";
import { formatMoney, formatNumberOf } from "../format-figure.ts";
import { creditsOwed, rankServiceLevels } from "../rank-verdict.ts";

/** How things stand, in a few figures. */
export function Standing({ verdict }: { readonly verdict: Verdict }) {
  const count = (state: string) => verdict.pitfalls.filter(({ signal }) => signal.state === state).length;
  const inPart = verdict.pitfalls.filter(
    ({ signal }) => signal.state === "clear" && signal.clearInPart === true,
  ).length;
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
        {count("watch")} on watch, {count("clear") - inPart} clear
        {inPart === 0 ? "" : `, ${inPart} clear in part`} of {verdict.pitfalls.length}
      </Figure>
      <Figure title="Blind spots" figure={String(count("blind"))} tone="unknown">
        pitfalls that the records cannot show
      </Figure>
      <Figure title="Service levels" figure={`${notMet} not met`} tone={notMet > 0 ? "bad" : "plain"}>
        of {levels.length}; {levels.length - notMet - unknown} met, {unknown} unknown
      </Figure>
      <Figure
        title="Credits of the latest periods"
        figure={owed.length === 0 ? "none" : owed.map(formatMoney).join(" + ")}
        tone="plain"
      >
        owed; older ones are findings
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
