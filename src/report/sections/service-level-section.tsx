import type { ServiceLevelVerdict, Verdict } from "../../assessment/verdict.ts";
import { BudgetBar } from "../charts/budget-bar.tsx";
import { sentenceEnd } from "../displayable-text.ts";
import { unitOfServiceLevel } from "../figure-unit.ts";
import {
  formatFigure,
  formatMoney,
  formatNumberOf,
  formatOutOf,
  formatPeriod,
  formatRoundFigure,
  type Unit,
  wordsOf,
} from "../format-figure.ts";
import { type RankedServiceLevel, rankServiceLevels } from "../rank-verdict.ts";
import { Fold, RecordTable, type Row, Section, StateBadge, Words } from "../report-elements.tsx";
import { serviceLevelWords } from "../state-word.ts";

/** Each service level in its latest complete period, worst budget first; working, failing items and older periods folded under it. */
export function ServiceLevelSection({ verdict }: { readonly verdict: Verdict }) {
  const ranked = rankServiceLevels(verdict.serviceLevels);
  return (
    <Section
      id="service-levels"
      title="Service levels"
      lead="Recomputed from the records by the agreed definitions, for the latest complete period; worst budget first. A target of 90 % allows one failure in ten: budget spent is the part of these that was used, so at 200 % twice as many failed as were allowed."
    >
      {ranked.length === 0 ? (
        <p className="nothing">No service level is on record.</p>
      ) : (
        <RecordTable
          caption="Service levels, worst budget first"
          className="levels"
          columns={[
            { title: "Service level" },
            { title: "State" },
            { title: "Value", isNumber: true },
            { title: "Target", isNumber: true },
            { title: "Minimum", isNumber: true },
            { title: "Without exclusions", isNumber: true },
            { title: "Credit", isNumber: true },
            { title: "Budget spent", isNumber: true },
          ]}
          rows={ranked.map((level) => rowOf(level, verdict))}
        />
      )}
    </Section>
  );
}

function rowOf(level: RankedServiceLevel, verdict: Verdict): Row {
  const { latest } = level;
  return {
    key: level.id,
    cells: [
      <LevelName key="name" level={latest} />,
      <StateBadge key="state" state={serviceLevelWords[latest.state]} strong={latest.state === "below-minimum"} />,
      ...figureCells(latest, verdict),
    ],
    below: hasMore(level) ? <Below level={level} verdict={verdict} /> : null,
  };
}

function LevelName({ level }: { readonly level: ServiceLevelVerdict }) {
  return (
    <>
      <Words>{wordsOf(level.id)}</Words>
      <span className="small">
        {level.clause === null ? null : (
          <>
            <Words>{level.clause}</Words> ·{" "}
          </>
        )}
        {formatPeriod(level.period)}
        {level.complete ? "" : ", so far"}
      </span>
    </>
  );
}

function figureCells(level: ServiceLevelVerdict, verdict: Verdict) {
  const unit = unitOfServiceLevel(verdict, level);
  const bounds = [level.target, level.minimum];
  return [
    <ValueCell key="value" level={level} unit={unit} />,
    formatRoundFigure(level.target, unit),
    level.minimum === null ? <span className="muted">none</span> : formatRoundFigure(level.minimum, unit),
    <WithoutExclusions key="without" level={level} text={formatFigure(level.valueWithoutExclusions, unit, bounds)} />,
    level.credit === null ? <span className="muted">none agreed</span> : formatMoney(level.credit.owed),
    <BudgetBar key="budget" spent={level.budgetSpent} none={level.state === "unknown" ? "unknown" : "none"} />,
  ];
}

function ValueCell({ level, unit }: { readonly level: ServiceLevelVerdict; readonly unit: Unit }) {
  const { interval } = level;
  if (level.value === null) return <span className="muted">unknown</span>;
  return (
    <>
      <b>{formatFigure(level.value, unit, [level.target, level.minimum])}</b>
      <span className="small">
        {formatOutOf(level.numerator, level.denominator)}
        {level.pending > 0 ? `, ${formatNumberOf(level.pending, "item")} pending` : ""}
      </span>
      {interval === null ? null : (
        <span className="small">
          95 % interval {formatFigure(interval.low, unit)} to {formatFigure(interval.high, unit)}
        </span>
      )}
    </>
  );
}

function WithoutExclusions({ level, text }: { readonly level: ServiceLevelVerdict; readonly text: string }) {
  if (level.excluded === 0) return <span className="muted">the same</span>;
  return (
    <>
      {text}
      <span className="small">{formatNumberOf(level.excluded, "item")} excluded</span>
    </>
  );
}

function hasMore({ latest, running, earlier }: RankedServiceLevel): boolean {
  const isExplained = latest.unknownBecause !== null || latest.failing.length > 0;
  return isExplained || (latest.credit?.working ?? []).length > 0 || running !== null || earlier.length > 0;
}

function Below({ level, verdict }: { readonly level: RankedServiceLevel; readonly verdict: Verdict }) {
  const { latest, running, earlier } = level;
  const working = latest.credit?.working ?? [];
  const { failing } = latest;
  return (
    <div className="beneath">
      {latest.unknownBecause === null ? null : (
        <p>
          <Words>{sentenceEnd(`Unknown: ${latest.unknownBecause}`)}</Words>
        </p>
      )}
      {running === null ? null : <PeriodLine level={running} verdict={verdict} />}
      {working.length === 0 ? null : (
        <Fold title="How the credit was worked out">
          <ol>
            {working.map((step) => (
              <li key={step}>
                <Words>{step}</Words>
              </li>
            ))}
          </ol>
        </Fold>
      )}
      {failing.length === 0 ? null : (
        <Fold
          title={failing.length < 50 ? formatNumberOf(failing.length, "failing item") : "The first 50 failing items"}
        >
          <p className="items">
            <Words>{failing.join(", ")}</Words>
          </p>
        </Fold>
      )}
      {earlier.length === 0 ? null : (
        <Fold title={formatNumberOf(earlier.length, "earlier period")}>
          <ul className="plain">
            {earlier.map((period) => (
              <li key={period.period.start}>
                <PeriodLine level={period} verdict={verdict} />
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  );
}

function PeriodLine({ level, verdict }: { readonly level: ServiceLevelVerdict; readonly verdict: Verdict }) {
  const unit = unitOfServiceLevel(verdict, level);
  return (
    <span className="period-line">
      {formatPeriod(level.period)}
      {level.complete ? "" : " so far"}: <StateBadge state={serviceLevelWords[level.state]} />{" "}
      {level.value === null ? null : (
        <>
          {formatFigure(level.value, unit, [level.target, level.minimum])}{" "}
          <span className="muted">({formatOutOf(level.numerator, level.denominator)})</span>
        </>
      )}
      {level.credit === null || Number(level.credit.owed.amount) === 0
        ? ""
        : ` · ${formatMoney(level.credit.owed)} owed`}
      {level.forecast === undefined ? null : ` · ${forecastWords(level.forecast, unit)}`}
    </span>
  );
}

/** `expected to end at 91.2 %, four times in five between 89.8 % and 92.4 %; failures come 1.3 times as fast as the target allows` */
function forecastWords(
  { value, interval, burnRate }: NonNullable<ServiceLevelVerdict["forecast"]>,
  unit: Unit,
): string {
  const pace = burnRate === null ? "" : `; failures come ${burnRate.toFixed(1)} times as fast as the target allows`;
  return `expected to end at ${formatFigure(value, unit)}, four times in five between ${formatFigure(interval.low, unit)} and ${formatFigure(interval.high, unit)}${pace}`;
}
