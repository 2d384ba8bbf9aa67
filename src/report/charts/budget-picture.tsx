import { scaleLinear } from "d3-scale";
import type { BudgetOutlook } from "../../governance/invoice/budget-at-completion.ts";
import { formatDate, formatMoney, formatShortAmount } from "../format-figure.ts";
import { Plot, percent, rounded } from "./plot.tsx";

const rowHeight = 52;

/** Each budget as a bar of what was billed, the range in which it will end, and a thick line where the budget is. */
export function BudgetPicture({ budgets }: { readonly budgets: readonly BudgetOutlook[] }) {
  const currency = budgets[0]?.budget.currency ?? "";
  const same = budgets.filter(({ budget }) => budget.currency === currency);
  const most = Math.max(1, ...same.flatMap((outlook) => amountsOf(outlook).map(({ value }) => value)));
  const x = scaleLinear([0, most], [0, 96]).nice(4);
  const at = (value: number) => percent(rounded(x(value)));
  return (
    <Plot
      summary={same.map(budgetSummary).join(" ")}
      height={same.length * rowHeight}
      across={x.ticks(4).map((tick) => ({ at: rounded(x(tick)), text: formatShortAmount(tick) }))}
      acrossTitle={`${currency}, before tax`}
      hasNames
    >
      {same.map((outlook, row) => {
        const top = row * rowHeight + 18;
        const end = outlook.atCompletion;
        return (
          <g key={`${outlook.from} ${outlook.to}`}>
            <text className="name" x="0" y={top - 5}>
              {formatDate(outlook.from)} to {formatDate(outlook.to)}
            </text>
            <rect className="bar" x="0" width={at(Number(outlook.spent.amount))} y={top} height="16" />
            {"kind" in end ? null : (
              <>
                <line
                  className="whisker"
                  x1={at(Number(end.low.amount))}
                  x2={at(Number(end.high.amount))}
                  y1={top + 22}
                  y2={top + 22}
                />
                <circle className="ring" cx={at(Number(end.expected.amount))} cy={top + 22} r="4.5" />
              </>
            )}
            <line
              className="threshold"
              x1={at(Number(outlook.budget.amount))}
              x2={at(Number(outlook.budget.amount))}
              y1={top - 3}
              y2={top + 29}
            />
          </g>
        );
      })}
    </Plot>
  );
}

function amountsOf({ budget, spent, atCompletion }: BudgetOutlook): readonly { readonly value: number }[] {
  const ends = "kind" in atCompletion ? [] : [atCompletion.low, atCompletion.expected, atCompletion.high];
  return [budget, spent, ...ends].map(({ amount }) => ({ value: Number(amount) }));
}

function budgetSummary({ from, to, budget, spent, atCompletion }: BudgetOutlook): string {
  const end =
    "kind" in atCompletion
      ? `Where it ends cannot be told from ${atCompletion.have} months.`
      : `It will end between ${formatMoney(atCompletion.low)} and ${formatMoney(atCompletion.high)}.`;
  return `${formatDate(from)} to ${formatDate(to)}: ${formatMoney(spent)} billed of a budget of ${formatMoney(budget)}. ${end}`;
}
