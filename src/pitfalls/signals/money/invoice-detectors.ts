import type { CheckedInvoice, CheckedLine } from "../../../governance/invoice/invoice-check.ts";
import type { PitfallId } from "../../pitfall-definition.ts";
import { countWords, dayWords } from "../plain-figures.ts";
import { judgedOne } from "../record-finding.ts";
import { type Detector, nothingToJudge } from "../signal-reading.ts";
import { type DisputedLine, disputedLines, disputedWords, recentInvoiceDays, recentSince } from "./disputed-lines.ts";

const mostNamed = 20;

/** Lines of recent invoices that name nothing the contract prices: once is watch, on two invoices alarm. */
export const linesOffContract: Detector = invoiceDetector(
  "contract-gaps",
  "lines-off-contract",
  ({ item }) => item === null,
  ["names", "name"],
  "nothing that the contract prices",
);

/** Lines of recent invoices that the contract and the measures do not bear out: once is watch, on two invoices alarm. */
export const linesDisputed: Detector = invoiceDetector(
  "cost-overrun",
  "lines-disputed",
  ({ item }) => item !== null,
  ["is", "are"],
  "more than contract and measures bear out",
);

function invoiceDetector(
  pitfall: PitfallId,
  id: string,
  isOfKind: (line: CheckedLine) => boolean,
  [ofOne, ofMore]: readonly [string, string],
  words: string,
): Detector {
  return {
    id,
    mayClear: false,
    look: ({ asOf, observed }) => {
      const all = observed?.invoices ?? [];
      const recent = all.filter(({ issuedOn }) => issuedOn >= recentSince(asOf));
      if (recent.length === 0) return nothingToJudge;
      const found = disputedLines(recent).filter(({ line }) => isOfKind(line));
      const [first] = found.toSorted((one, other) => one.invoice.issuedOn.localeCompare(other.invoice.issuedOn));
      if (first === undefined) return judgedOne(null);
      const inAll = disputedLines(all).filter(({ line }) => isOfKind(line));
      const invoices = new Set(found.map(({ invoice }) => invoice.invoice)).size;
      const lines = recent.reduce((sum, invoice) => sum + invoice.lines.length, 0);
      return judgedOne({
        ...{ pitfall, detector: id, kind: "invoices", id: "invoices" },
        state: invoices > 1 ? "alarm" : "watch",
        since: first.invoice.period.start,
        raisedAt: first.invoice.issuedOn,
        statement: `${countWords(found.length)} of ${countWords(lines)} invoice lines of the last ${recentInvoiceDays} days ${found.length === 1 ? ofOne : ofMore} ${words}, on ${countWords(invoices)} of ${countWords(recent.length)} invoices: ${disputedWords(found)} in dispute.${allWords(all, inAll)}`,
        evidence: {
          ...{ lines: found.slice(0, mostNamed).map(lineEvidence), disputed: found.length, billedLines: lines },
          ...{ since: recentSince(asOf), onAllInvoices: { invoices: all.length, disputed: inAll.length } },
        },
      });
    },
  };
}

function lineEvidence({ invoice, line }: { invoice: CheckedInvoice; line: CheckedLine }) {
  const { disputed, reasons, working, description } = line;
  return { invoice: invoice.invoice, line: line.line, description, disputed, reasons, working };
}

/** The same of every invoice on file, as the invoice check tells it; claims on whole invoices are not among the lines. */
function allWords(all: readonly CheckedInvoice[], found: readonly DisputedLine[]): string {
  const [first] = all.map(({ issuedOn }) => issuedOn).sort();
  return first === undefined
    ? ""
    : ` On all ${countWords(all.length)} invoices since ${dayWords(first)} such lines come to ${disputedWords(found)}; credits that were not given are claimed beside them.`;
}
