import type { CheckedInvoice, CheckedLine } from "../../governance/invoice/invoice-check.ts";
import { Money } from "../../values/money.ts";
import { daysBetween } from "../../values/time.ts";
import type { PitfallId } from "../pitfall-definition.ts";
import { countWords } from "./plain-figures.ts";
import { judgedOne } from "./record-finding.ts";
import { type Detector, nothingToJudge } from "./signal-reading.ts";

/** Invoices issued in the last quarter speak of how it is now. */
const recentDays = 92;
const mostNamed = 20;

/** Lines of recent invoices that name nothing the contract prices: once is watch, on two invoices alarm. */
export const linesOffContract: Detector = invoiceDetector(
  "contract-gaps",
  "lines-off-contract",
  ({ item }) => item === null,
  "name nothing that the contract prices",
);

/** Lines of recent invoices that the contract and the measures do not bear out: once is watch, on two invoices alarm. */
export const linesDisputed: Detector = invoiceDetector(
  "cost-overrun",
  "lines-disputed",
  ({ item }) => item !== null,
  "are more than contract and measures bear out",
);

function invoiceDetector(
  pitfall: PitfallId,
  id: string,
  isOfKind: (line: CheckedLine) => boolean,
  words: string,
): Detector {
  return {
    id,
    mayClear: false,
    look: ({ asOf, observed }) => {
      const recent = (observed?.invoices ?? []).filter(({ issuedOn }) => daysBetween(issuedOn, asOf) <= recentDays);
      if (recent.length === 0) return nothingToJudge;
      const found = recent.flatMap((invoice) =>
        invoice.lines
          .filter((line) => line.decision === "dispute" && isOfKind(line))
          .map((line) => ({ invoice, line })),
      );
      const [first] = found.toSorted((one, other) => one.invoice.issuedOn.localeCompare(other.invoice.issuedOn));
      if (first === undefined) return judgedOne(null);
      const invoices = new Set(found.map(({ invoice }) => invoice.invoice)).size;
      const lines = recent.reduce((sum, invoice) => sum + invoice.lines.length, 0);
      return judgedOne({
        ...{ pitfall, detector: id, kind: "invoices", id: "invoices" },
        state: invoices > 1 ? "alarm" : "watch",
        since: first.invoice.period.start,
        raisedAt: first.invoice.issuedOn,
        statement: `${countWords(found.length)} of ${countWords(lines)} invoice lines of the last ${recentDays} days ${words}, on ${countWords(invoices)} of ${countWords(recent.length)} invoices: ${totals(found)} in dispute.`,
        evidence: { lines: found.slice(0, mostNamed).map(lineEvidence), disputed: found.length, billedLines: lines },
      });
    },
  };
}

function lineEvidence({ invoice, line }: { invoice: CheckedInvoice; line: CheckedLine }) {
  const { disputed, reasons, working, description } = line;
  return { invoice: invoice.invoice, line: line.line, description, disputed, reasons, working };
}

/** Amounts of different currencies are told side by side. */
function totals(found: readonly { readonly line: CheckedLine }[]): string {
  const sums = new Map<string, Money>();
  for (const { line } of found) {
    const { amount, currency } = line.disputed;
    sums.set(currency, (sums.get(currency) ?? new Money("0", currency)).plus(new Money(amount, currency)));
  }
  return [...sums.values()].map((sum) => sum.rounded().toText()).join(" and ");
}
