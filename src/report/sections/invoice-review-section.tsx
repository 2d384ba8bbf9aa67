import type { Reviewed } from "../../assessment/reviews/review-result.ts";
import type { BudgetOutlook } from "../../governance/invoice/budget-at-completion.ts";
import type {
  CheckedInvoice,
  CheckedLine,
  InvoiceCheck,
  InvoiceDecision,
} from "../../governance/invoice/invoice-check.ts";
import { BudgetPicture } from "../charts/budget-picture.tsx";
import { formatDate, formatMoney, formatNumberOf, formatPeriod } from "../format-figure.ts";
import { Fold, RecordTable, StateBadge, Words } from "../report-elements.tsx";
import { type Headline, Picture, ReviewPart, Told } from "../review-elements.tsx";
import { reviewWords } from "../review-words.ts";
import type { StateWord } from "../state-word.ts";

const decisionWords: Readonly<Record<InvoiceDecision, StateWord>> = {
  accept: reviewWords.accept,
  dispute: reviewWords.dispute,
  "cannot-tell": reviewWords.unknown,
};
/** Invoices that are accepted in whole are folded away beyond so many. */
const shownAtOnce = 6;

/** What to pay: each invoice divided into what to accept and what to dispute, with the working; and where budgets will end. */
export function InvoiceReviewSection({ reviewed }: { readonly reviewed: Reviewed<InvoiceCheck> }) {
  return (
    <ReviewPart id="review-invoices" title="What to pay: invoices" reviewed={reviewed} headline={headline}>
      {(review) => (
        <>
          <Budgets budgets={review.budgets} />
          <Invoices invoices={review.invoices} />
          <Told title="Problems" lines={review.problems.map(({ message, hint }) => `${message}: ${hint}`)} />
        </>
      )}
    </ReviewPart>
  );
}

function headline({ decision, totals, invoices, budgets }: InvoiceCheck): Headline {
  const over = budgets.filter(({ state }) => state === "exceeds" || state === "may-exceed").length;
  const disputed = totals.filter(({ disputed: amount }) => Number(amount.amount) !== 0);
  const open = totals.filter(({ cannotTell }) => Number(cannotTell.amount) !== 0);
  const parts = [
    `${formatNumberOf(invoices.length, "invoice")} checked`,
    ...disputed.map(({ disputed: amount, billed }) => `dispute ${formatMoney(amount)} of ${formatMoney(billed)}`),
    ...open.map(({ cannotTell, billed }) => `${formatMoney(cannotTell)} of ${formatMoney(billed)} cannot be told`),
    ...(over > 0 ? [`${formatNumberOf(over, "budget")} may be exceeded`] : []),
  ];
  const says = `${parts.join("; ")}.`;
  if (invoices.length === 0) return { state: reviewWords.unknown, says: "No invoice is on record.", isPressing: false };
  const state = decision === "accept" ? (over > 0 ? reviewWords.look : reviewWords.accept) : decisionWords[decision];
  // An old dispute is on the line anyway; the newest bill is the one about to be paid.
  return { state, says, isPressing: invoices.at(-1)?.decision === "dispute" };
}

const budgetWords: Readonly<Record<BudgetOutlook["state"], StateWord>> = {
  within: { word: "will end within", tone: "good", shape: "tick", glyph: "✓" },
  "may-exceed": { word: "may be exceeded", tone: "worry", shape: "diamond", glyph: "◆" },
  exceeds: { word: "will be exceeded", tone: "bad", shape: "triangle", glyph: "▲" },
  unknown: reviewWords.unknown,
};

function Budgets({ budgets }: { readonly budgets: readonly BudgetOutlook[] }) {
  if (budgets.length === 0) return null;
  return (
    <>
      <Picture
        title="Where each budget will end"
        keys={[
          { mark: <rect className="bar" y="1" width="18" height="10" />, means: "billed so far" },
          { mark: <BudgetMark />, means: "at completion: expected, cheapest to dearest month" },
          { mark: <line className="threshold" x1="9" x2="9" y2="12" />, means: "budget" },
        ]}
      >
        <BudgetPicture budgets={budgets} />
      </Picture>
      <RecordTable
        caption="Budgets at completion"
        columns={[
          { title: "Budget" },
          { title: "State" },
          { title: "Amount", isNumber: true },
          { title: "Billed", isNumber: true },
          { title: "At completion", isNumber: true },
          { title: "Months left", isNumber: true },
        ]}
        rows={budgets.map((outlook) => ({
          key: `${outlook.from} ${outlook.to}`,
          cells: [
            formatPeriod({ start: outlook.from, end: outlook.to }),
            <StateBadge key="state" state={budgetWords[outlook.state]} />,
            formatMoney(outlook.budget),
            formatMoney(outlook.spent),
            <AtCompletion key="end" outlook={outlook} />,
            String(outlook.monthsLeft),
          ],
          below: <Told lines={outlook.working} />,
        }))}
      />
    </>
  );
}

function BudgetMark() {
  return (
    <>
      <line className="whisker" x2="18" y1="6" y2="6" />
      <circle className="ring" cx="9" cy="6" r="4" />
    </>
  );
}

function AtCompletion({ outlook: { atCompletion } }: { readonly outlook: BudgetOutlook }) {
  if ("kind" in atCompletion)
    return (
      <span className="muted">
        {atCompletion.have} of {atCompletion.need} months
      </span>
    );
  return (
    <>
      {formatMoney(atCompletion.expected)}
      <span className="small">
        {formatMoney(atCompletion.low)} to {formatMoney(atCompletion.high)}
      </span>
    </>
  );
}

function Invoices({ invoices }: { readonly invoices: readonly CheckedInvoice[] }) {
  const latest = [...invoices].reverse();
  const open = latest.filter(({ decision }) => decision !== "accept");
  const accepted = latest.filter(({ decision }) => decision === "accept");
  const shown = [...open, ...accepted.slice(0, Math.max(0, shownAtOnce - open.length))];
  const folded = accepted.slice(Math.max(0, shownAtOnce - open.length));
  return (
    <>
      <InvoiceTable caption="Invoices that are not simply to be paid first, latest first" invoices={shown} />
      {folded.length === 0 ? null : (
        <Fold title={`${formatNumberOf(folded.length, "more invoice")} to accept`}>
          <InvoiceTable caption="More invoices to accept, latest first" invoices={folded} />
        </Fold>
      )}
    </>
  );
}

function InvoiceTable(props: { readonly caption: string; readonly invoices: readonly CheckedInvoice[] }) {
  return (
    <RecordTable
      caption={props.caption}
      columns={[
        { title: "Invoice" },
        { title: "Decision" },
        { title: "Billed", isNumber: true },
        { title: "Accept", isNumber: true },
        { title: "Dispute", isNumber: true },
        { title: "Cannot be told", isNumber: true },
      ]}
      rows={props.invoices.map((invoice) => ({
        key: invoice.invoice,
        cells: [
          <span key="name">
            <Words>{invoice.invoice}</Words>
            <span className="small">
              {formatPeriod(invoice.period)}, issued {formatDate(invoice.issuedOn)}
            </span>
          </span>,
          <StateBadge key="decision" state={decisionWords[invoice.decision]} strong={invoice.decision === "dispute"} />,
          formatMoney(invoice.billed),
          formatMoney(invoice.accepted),
          formatMoney(invoice.disputed),
          formatMoney(invoice.cannotTell),
        ],
        below: <Below invoice={invoice} />,
      }))}
    />
  );
}

function Below({ invoice: { lines, claims, notes } }: { readonly invoice: CheckedInvoice }) {
  const open = lines.filter(({ decision }) => decision !== "accept");
  return (
    <div className="beneath">
      <Told
        lines={[
          ...open.map(saidOf),
          ...claims.map(({ message, amount }) => `${message}: ${formatMoney(amount)}`),
          ...notes.map(({ message }) => message),
        ]}
      />
      <Fold title={`The working of ${formatNumberOf(lines.length, "line")}`}>
        <Told
          lines={lines.map((line) => `${nameOf(line)}, ${line.decision.replace("-", " ")}: ${line.working.join("; ")}`)}
        />
        <Told lines={claims.flatMap(({ working }) => working)} />
      </Fold>
    </div>
  );
}

function saidOf(line: CheckedLine): string {
  const amount =
    line.decision === "dispute"
      ? `dispute ${formatMoney(line.disputed)}`
      : `${formatMoney(line.cannotTell)} cannot be told`;
  return `${nameOf(line)}: ${amount} of ${formatMoney(line.billed)}, ${line.reasons.map(({ message }) => message).join("; ")}`;
}

function nameOf({ line, item, description }: CheckedLine): string {
  return `line ${line}${item === null ? "" : `, ${item}`}${description === null ? "" : ` (${description})`}`;
}
