import { formatShare } from "../format-figure.ts";

/** How much of the allowed failures is used up: the full line stands for all of it, in the middle; what lies beyond is overspent. */
export function BudgetBar({ spent, none }: { readonly spent: number | null; readonly none: string }) {
  if (spent === null) return <span className="muted">{none}</span>;
  const width = Math.min(100, Math.max(0, spent * 50));
  return (
    <span className="budget">
      <span>{formatShare(spent)}</span>
      <span className="small">of the failures allowed</span>
      <svg width="100%" height="12" className="budget-bar" aria-hidden="true" focusable="false">
        <rect className="track" x="0" y="3" width="100%" height="6" rx="3" />
        <rect className={spent > 1 ? "overspent" : "spent"} x="0" y="3" width={`${width}%`} height="6" rx="3" />
        <line className="whole" x1="50%" x2="50%" y1="0" y2="12" />
      </svg>
    </span>
  );
}
