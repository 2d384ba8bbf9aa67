import type { CreditSimulation, SimulatedCredit } from "../../service-levels/past-levels.ts";
import { formatMoney, formatNumberOf, formatPeriod, wordsOf } from "../format-figure.ts";
import { Fold, RecordTable, Words } from "../report-elements.tsx";

/** What past periods would have cost by the terms as they stand now, so that both sides see the same sum before they sign. */
export function CreditSimulationTable({ simulation }: { readonly simulation: CreditSimulation }) {
  const { credits, totals, periods, unknown } = simulation;
  const whole = totals.find(({ serviceLevel }) => serviceLevel === null);
  return (
    <>
      <h4>Credits, simulated on past figures</h4>
      {periods === 0 ? (
        <p className="small">No past figures of the service levels were measured, so nothing can be simulated.</p>
      ) : (
        <p>
          {whole === undefined
            ? `None of ${formatNumberOf(periods, "past period")} would have cost anything`
            : `${formatMoney(whole.owed)} would have been owed over ${formatNumberOf(periods, "past period")}, after ${formatMoney(whole.earnedBack)} earned back`}
          {unknown === 0 ? "." : `; ${unknown} of them cannot be told.`}
        </p>
      )}
      {credits.length === 0 ? null : (
        <Fold title={formatNumberOf(credits.length, "period")}>
          <RecordTable
            caption="Periods that would have cost something or cannot be told, latest first"
            columns={[
              { title: "Service level" },
              { title: "Period" },
              { title: "Credit", isNumber: true },
              { title: "Earned back", isNumber: true },
              { title: "Owed", isNumber: true },
              { title: "How" },
            ]}
            rows={[...credits].reverse().map((credit) => ({
              key: `${credit.serviceLevel} ${credit.period.start}`,
              cells: [wordsOf(credit.serviceLevel), formatPeriod(credit.period), ...cellsOf(credit)],
            }))}
          />
        </Fold>
      )}
    </>
  );
}

function cellsOf(credit: SimulatedCredit) {
  if (credit.kind === "unknown")
    return [
      <span key="unknown" className="muted">
        unknown
      </span>,
      "–",
      "–",
      <Words key="because">{credit.because}</Words>,
    ];
  const { accrued, earnedBack, owed, working } = credit;
  return [
    formatMoney(accrued),
    formatMoney(earnedBack),
    formatMoney(owed),
    <Words key="working">{working.join("; ")}</Words>,
  ];
}
