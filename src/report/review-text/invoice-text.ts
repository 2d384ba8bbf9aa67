import type { CheckedInvoice, CheckedLine, InvoiceCheck } from "../../governance/invoice/invoice-check.ts";
import {
  disputedLines,
  disputedWords,
  recentInvoiceDays,
  recentSince,
  sumWords,
} from "../../pitfalls/signals/money/disputed-lines.ts";
import { formatDate, formatMoney, formatNumberOf, formatPeriod } from "../format-figure.ts";
import type { Tone } from "../state-word.ts";
import { listed } from "./review-figures.ts";
import type { ReviewPage } from "./review-page.ts";

const tones: Readonly<Record<InvoiceCheck["decision"], Tone>> = {
  accept: "good",
  dispute: "bad",
  "cannot-tell": "worry",
};
const words = { accept: "accept", dispute: "dispute", "cannot-tell": "cannot tell" } as const;

/** Pay: how many lines to dispute and for how much, then each invoice, and the working of each line that is not accepted. */
export function invoicePage(check: InvoiceCheck): ReviewPage {
  const { invoices, decision, budgets, items, problems } = check;
  const open = invoices.flatMap((invoice) =>
    invoice.lines.filter((line) => line.decision !== "accept").map((line) => ({ invoice, line })),
  );
  const claims = invoices.flatMap(({ invoice, claims: own }) => own.map((claim) => ({ invoice, claim })));
  return {
    headline: invoices.length === 0 ? "No invoice was issued by this day." : headlineOf(check),
    tone: invoices.length === 0 ? "unknown" : tones[decision],
    lines: [
      ...stretchLines(check),
      ...budgets.map(
        ({ from, to, state, atCompletion, budget }) =>
          `Budget ${formatPeriod({ start: from, end: to })}: ${state === "unknown" || "kind" in atCompletion ? "cannot be told yet" : `${state.replaceAll("-", " ")}, ${formatMoney(atCompletion.expected)} expected of ${formatMoney(budget)}`}.`,
      ),
    ],
    parts: [
      {
        title: "Invoices",
        table: {
          columns: [
            { title: "" },
            { title: "invoice", mayShrink: true },
            { title: "for", mayGo: 2 },
            { title: "billed", isNumber: true },
            { title: "accepted", isNumber: true },
            { title: "disputed", isNumber: true },
            { title: "cannot tell", isNumber: true, mayGo: 1 },
          ],
          rows: newestFirst(invoices).map((one) => [
            { text: words[one.decision], tone: tones[one.decision] },
            one.invoice,
            formatPeriod(one.period),
            formatMoney(one.billed),
            formatMoney(one.accepted),
            isNothing(one.disputed) ? "" : { text: formatMoney(one.disputed), tone: "bad" },
            isNothing(one.cannotTell) ? "" : { text: formatMoney(one.cannotTell), tone: "worry" },
          ]),
        },
      },
      { title: "Lines that are not accepted", lines: open.map(({ invoice, line }) => lineText(invoice, line)) },
      {
        title: "Claims on whole invoices",
        lines: claims.map(
          ({ invoice, claim }) =>
            `${invoice}: ${formatMoney(claim.amount)}, ${claim.message}. ${claim.working.join("; ")}`,
        ),
      },
      {
        title: "Worth knowing",
        lines: invoices.flatMap(({ invoice, notes }) => notes.map(({ message }) => `${invoice}: ${message}.`)),
      },
      {
        title: "Working",
        lines: [
          ...items
            .slice(-6)
            .map(
              ({ item, months, due, working }) =>
                `${item}, ${listed(months)}: ${due === null ? "what is due cannot be told" : `${formatMoney(due)} due`}. ${working.join("; ")}`,
            ),
          ...budgets.flatMap(({ from, to, working }) =>
            working.slice(0, 4).map((line) => `Budget ${formatPeriod({ start: from, end: to })}: ${line}`),
          ),
        ],
      },
      { title: "Problems", lines: problems.map(({ path, message, hint }) => `${path.join(".")}: ${message}. ${hint}`) },
    ],
  };
}

function headlineOf({ invoices, totals }: InvoiceCheck): string {
  const lines = invoices.flatMap((invoice) => invoice.lines);
  const disputed = lines.filter(({ decision }) => decision === "dispute").length;
  const claims = invoices.reduce((sum, { claims: own }) => sum + own.length, 0);
  const unclear = lines.filter(({ decision }) => decision === "cannot-tell").length;
  const amounts = (part: "disputed" | "cannotTell") =>
    listed(totals.filter((total) => !isNothing(total[part])).map((total) => formatMoney(total[part])));
  const where = `${formatNumberOf(lines.length, "line")} on ${formatNumberOf(invoices.length, "invoice")}`;
  const unclearText =
    unclear === 0
      ? ""
      : `; ${formatNumberOf(unclear, "line")} cannot be told${amounts("cannotTell") === "" ? "" : `, ${amounts("cannotTell")}`}`;
  if (disputed === 0 && claims === 0)
    return `Dispute nothing: ${where}${unclearText === "" ? ", all accepted" : unclearText}.`;
  const what = [
    ...(disputed === 0 ? [] : [`${disputed} of ${where}`]),
    ...(claims === 0 ? [] : [formatNumberOf(claims, "claim on a whole invoice", "claims on whole invoices")]),
  ];
  return `Dispute ${amounts("disputed")}: ${listed(what)}${disputed === 0 ? ` (${where})` : ""}${unclearText}.`;
}

/** Which invoices the sum is of, and what a check tells of them: the lines of the latest alone, and credits apart. */
function stretchLines({ invoices, asOf }: InvoiceCheck): readonly string[] {
  const days = invoices.map(({ issuedOn }) => issuedOn).sort();
  const [first, last] = [days[0], days.at(-1)];
  const found = disputedLines(invoices);
  const claims = invoices.flatMap((invoice) => invoice.claims);
  if (first === undefined || last === undefined || found.length + claims.length === 0) return [];
  const recent = found.filter(({ invoice }) => invoice.issuedOn >= recentSince(asOf));
  const parts = [
    ...(found.length === 0
      ? []
      : [
          `${disputedWords(found)} on lines, ${recent.length === 0 ? "nothing" : disputedWords(recent)} of it on invoices of the last ${recentInvoiceDays} days, which a check tells`,
        ]),
    ...(claims.length === 0 ? [] : [`${sumWords(claims.map(({ amount }) => amount))} claimed on whole invoices`]),
  ];
  return [`Of all invoices issued from ${formatDate(first)} to ${formatDate(last)}: ${parts.join("; ")}.`];
}

function lineText({ invoice, issuedOn }: CheckedInvoice, line: CheckedLine): string {
  const name = [line.item, line.description].filter((part) => part !== null).join(", ");
  const amounts = isNothing(line.disputed)
    ? `${formatMoney(line.cannotTell)} cannot be told`
    : `dispute ${formatMoney(line.disputed)} of ${formatMoney(line.billed)}`;
  const why = line.reasons.map(({ message }) => message).join("; ");
  return `${invoice} of ${formatDate(issuedOn)}, line ${line.line} (${name}): ${amounts}. ${why}. ${line.working.join("; ")}`;
}

function newestFirst(invoices: readonly CheckedInvoice[]): readonly CheckedInvoice[] {
  const weight = { dispute: 0, "cannot-tell": 1, accept: 2 };
  return [...invoices].sort(
    (one, other) => weight[one.decision] - weight[other.decision] || other.issuedOn.localeCompare(one.issuedOn),
  );
}

function isNothing({ amount }: { readonly amount: string }): boolean {
  return /^-?0*(\.0*)?$/.test(amount);
}
