/** How urgent: `page` means now, `ticket` means in working hours. */
export type BurnSeverity = "page" | "ticket";

/**
 * An alert on the speed at which an error budget burns: it fires when both windows burn faster than `factor`.
 * The long window says that it matters, the short one that it is still going on. Windows in seconds.
 */
export type BurnAlert = {
  readonly shortSeconds: number;
  readonly longSeconds: number;
  /** burn rate, 1 spends the budget exactly by the end of the window */
  readonly factor: number;
  readonly severity: BurnSeverity;
};

/** Asked for a window whose budget shares nobody has set. */
export type UnsupportedWindow = { readonly kind: "unsupported-window"; readonly windowSeconds: number };

/**
 * Four alerts over a window: factor = budget share × window ÷ long window.
 * @param budgetPercents percent of the budget that each alert lets burn in its long window; 2, 5, 10, 10 for windows of 28 and 30 days
 * @see Beyer, Murphy, Rensin, Kawahara & Thorne (eds), The Site Reliability Workbook, 2018, chapter 5
 */
export function burnAlerts(
  windowSeconds: number,
  budgetPercents?: readonly [number, number, number, number],
): readonly BurnAlert[] | UnsupportedWindow {
  const percents = budgetPercents ?? (isUsualWindow(windowSeconds) ? usualPercents : null);
  if (percents === null) return { kind: "unsupported-window", windowSeconds };
  return shapes.map(({ shortSeconds, longSeconds, severity }, index) => ({
    shortSeconds,
    longSeconds,
    // Hours, multiplied before divided: the order in which the published factors come out to the last digit.
    factor: ((percents[index] ?? 0) * (windowSeconds / hour)) / 100 / (longSeconds / hour),
    severity,
  }));
}

const minute = 60;
const hour = 3600;
const day = 86_400;

const usualPercents = [2, 5, 10, 10] as const;

const shapes = [
  { shortSeconds: 5 * minute, longSeconds: hour, severity: "page" },
  { shortSeconds: 30 * minute, longSeconds: 6 * hour, severity: "page" },
  { shortSeconds: 2 * hour, longSeconds: day, severity: "ticket" },
  { shortSeconds: 6 * hour, longSeconds: 3 * day, severity: "ticket" },
] as const;

function isUsualWindow(seconds: number): boolean {
  return seconds === 28 * day || seconds === 30 * day;
}
