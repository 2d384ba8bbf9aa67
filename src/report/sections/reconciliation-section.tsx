import type { Reconciliation, Verdict } from "../../assessment/verdict.ts";
import { unitOfMetric } from "../figure-unit.ts";
import { formatDate, formatFigure, formatOutOf, formatPeriod, type Unit, wordsOf } from "../format-figure.ts";
import { rankReconciliations } from "../rank-verdict.ts";
import { RecordTable, Section, StateBadge, Words } from "../report-elements.tsx";
import { reconciliationWords } from "../state-word.ts";

/** What the provider reported beside what the records give. */
export function ReconciliationSection({ verdict }: { readonly verdict: Verdict }) {
  const ranked = rankReconciliations(verdict.reconciliations);
  return (
    <Section id="reconciliations" title="Reported and recomputed">
      {ranked.length === 0 ? (
        <p className="nothing">No reported figure was received, so none could be compared.</p>
      ) : (
        <RecordTable
          caption="The provider's figures beside the same figures recomputed from the records"
          className="reconciliations"
          columns={[
            { title: "KPI" },
            { title: "Comparison" },
            { title: "Reported", isNumber: true },
            { title: "Recomputed", isNumber: true },
            { title: "Because" },
          ]}
          rows={ranked.map((reconciliation) => ({
            key: `${reconciliation.kpi}/${reconciliation.period.start}/${reconciliation.receivedAt}`,
            cells: cellsOf(reconciliation, unitOf(reconciliation, verdict)),
          }))}
        />
      )}
    </Section>
  );
}

function cellsOf(reconciliation: Reconciliation, unit: Unit) {
  const { kpi, period, reported, recomputed, numerator, denominator, receivedAt, state, because } = reconciliation;
  return [
    <div key="kpi">
      <Words>{wordsOf(kpi)}</Words>
      <span className="small">{formatPeriod(period)}</span>
    </div>,
    <StateBadge key="state" state={reconciliationWords[state]} />,
    <div key="reported">
      {formatFigure(reported, unit, [recomputed])}
      <span className="small">received {formatDate(receivedAt)}</span>
    </div>,
    <div key="recomputed">
      {formatFigure(recomputed, unit, [reported])}
      {recomputed === null ? null : <span className="small">{formatOutOf(numerator, denominator)}</span>}
    </div>,
    <Words key="because">{because}</Words>,
  ];
}

function unitOf({ kpi, numerator, reported }: Reconciliation, verdict: Verdict): Unit {
  const level = verdict.serviceLevels.find(({ id }) => id === kpi);
  return unitOfMetric(verdict, level?.metric ?? kpi) ?? (numerator !== null && reported <= 1 ? "share" : "score");
}
