import type { WrittenDuration } from "../../values/duration.ts";
import { isFiller } from "../../values/filler.ts";
import { addDays, type PlainDate } from "../../values/time.ts";
import type { OutsourcingRegister, RegisteredFunction } from "./outsourcing-register.ts";

/** What the rest of the record says that a register row needs. */
export type ArrangementFacts = {
  readonly client: string;
  readonly provider: string;
  readonly subcontractors: readonly string[];
  readonly processes: readonly { readonly id: string; readonly title: string | null }[];
  readonly starts: PlainDate | null;
  readonly ends: PlainDate | null;
  /** as written in the contract, such as 90 days */
  readonly notice: string | null;
  readonly exitPlan: string | null;
  readonly exitRehearsed: PlainDate | null;
  readonly lastAudit: PlainDate | null;
};

/** Something that a supervisor would send the filing back for; `at` is its path in the record. */
export type FilingBlock = { readonly at: string; readonly message: string; readonly remedy: string };

export type RegisterExport = {
  /** comma-separated, RFC 4180, a header and a row for each process; cells that are not known are empty */
  readonly csv: string;
  readonly rows: number;
  /** nothing here: it can be filed */
  readonly blocks: readonly FilingBlock[];
};

const columns = [
  "contract_reference",
  "client",
  "client_lei",
  "provider",
  "provider_lei",
  "provider_country",
  "service",
  "starts",
  "ends",
  "notice",
  "governing_law",
  "provided_from",
  "data_stored_in",
  "yearly_cost",
  "currency",
  "subcontractors",
  "process",
  "process_title",
  "critical",
  "critical_because",
  "assessed_on",
  "recovers_within_seconds",
  "loses_at_most_seconds",
  "impact",
  "substitutable",
  "alternatives",
  "last_audit",
  "exit_plan",
  "exit_rehearsed",
] as const;

/**
 * The register of information on this arrangement, one row for each process, and what blocks its filing. The columns carry what
 * Regulation (EU) 2022/2554, article 28, asks for; a supervisor's own template is filled from them.
 */
export function exportRegister(
  register: OutsourcingRegister | undefined,
  facts: ArrangementFacts,
  asOf: PlainDate,
): RegisterExport {
  const rows = facts.processes.map(({ id, title }) => {
    const own = register?.functions.find(({ process }) => process === id);
    return rowOf(register, facts, { id, title, own });
  });
  return {
    csv: [columns, ...rows].map((row) => `${row.map(cellOf).join(",")}\r\n`).join(""),
    rows: rows.length,
    blocks: [
      ...arrangementBlocks(register, facts),
      ...facts.processes.flatMap(({ id }) => processBlocks(register, facts, id, asOf)),
    ],
  };
}

type Cell = string | null | undefined;

function rowOf(
  register: OutsourcingRegister | undefined,
  facts: ArrangementFacts,
  { id, title, own }: { id: string; title: string | null; own: RegisteredFunction | undefined },
): readonly Cell[] {
  const critical = own?.critical === undefined ? null : own.critical ? "yes" : "no";
  const cells: Readonly<Record<(typeof columns)[number], Cell>> = {
    contract_reference: register?.contract_reference,
    client: facts.client,
    client_lei: register?.client_lei,
    provider: facts.provider,
    provider_lei: register?.provider_lei,
    provider_country: register?.provider_country,
    service: register?.service,
    starts: facts.starts,
    ends: facts.ends,
    notice: facts.notice,
    governing_law: register?.governing_law,
    provided_from: register?.provided_from.join("; "),
    data_stored_in: register?.data_stored_in.join("; "),
    yearly_cost: register?.yearly_cost?.toString().split(" ")[0],
    currency: register?.yearly_cost?.currency,
    subcontractors: facts.subcontractors.join("; "),
    process: id,
    process_title: title,
    critical,
    critical_because: own?.because,
    assessed_on: own?.assessed_on,
    recovers_within_seconds: secondsText(own?.recovers_within),
    loses_at_most_seconds: secondsText(own?.loses_at_most),
    impact: own?.impact,
    substitutable: register?.substitutable,
    alternatives: register?.alternatives.join("; "),
    last_audit: facts.lastAudit,
    exit_plan: facts.exitPlan,
    exit_rehearsed: facts.exitRehearsed,
  };
  return columns.map((column) => cells[column]);
}

function arrangementBlocks(register: OutsourcingRegister | undefined, facts: ArrangementFacts): readonly FilingBlock[] {
  const needed: readonly (readonly [boolean, string, string])[] = [
    [!isFiller(register?.contract_reference), "register.contract_reference", "The contract has no reference"],
    [register?.client_lei !== undefined, "register.client_lei", "The client's LEI is not on record"],
    [register?.provider_lei !== undefined, "register.provider_lei", "The provider's LEI is not on record"],
    [
      register?.provider_lei === undefined || register.provider_lei !== register.client_lei,
      "register.provider_lei",
      "Client and provider have the same LEI",
    ],
    [register?.provider_country !== undefined, "register.provider_country", "The provider's country is not on record"],
    [!isFiller(register?.service), "register.service", "The kind of service is not on record"],
    [register?.governing_law !== undefined, "register.governing_law", "The governing law is not on record"],
    [
      (register?.provided_from.length ?? 0) > 0,
      "register.provided_from",
      "The countries in which the work is done are not on record",
    ],
    [register?.yearly_cost !== undefined, "register.yearly_cost", "The yearly cost is not on record"],
    [facts.starts !== null, "contract.starts", "The contract's first day is not on record"],
    [facts.notice !== null, "contract.notice", "The notice period is not on record"],
    [facts.processes.length > 0, "processes", "No process that the provider works on is on record"],
  ];
  return needed.flatMap(([isThere, at, message]) => (isThere ? [] : [block(at, message)]));
}

/** A year: an assessment of what is critical is to be looked at again within it. */
const assessmentHoldsDays = 366;

function processBlocks(
  register: OutsourcingRegister | undefined,
  facts: ArrangementFacts,
  process: string,
  asOf: PlainDate,
): readonly FilingBlock[] {
  const index = (register?.functions ?? []).findIndex((one) => one.process === process);
  const own = register?.functions[index];
  if (own === undefined) return [block("register.functions", `Nothing is said about ${process}`)];
  const at = `register.functions[${index}]`;
  const needed: readonly (readonly [boolean, string, string])[] = [
    [own.critical !== undefined, `${at}.critical`, `Nothing says whether ${process} is critical`],
    [!isFiller(own.because), `${at}.because`, `Nothing says why ${process} is critical or is not`],
    [own.assessed_on !== undefined && own.assessed_on <= asOf, `${at}.assessed_on`, `${process} was not assessed`],
    [
      own.assessed_on === undefined || own.assessed_on > asOf || addDays(own.assessed_on, assessmentHoldsDays) >= asOf,
      `${at}.assessed_on`,
      `${process} was assessed on ${own.assessed_on}, more than a year ago`,
    ],
  ];
  const isCritical = own.critical === true;
  const whenCritical: readonly (readonly [boolean, string, string])[] = [
    [own.recovers_within !== undefined, `${at}.recovers_within`, `Nothing says how soon ${process} must work again`],
    [own.loses_at_most !== undefined, `${at}.loses_at_most`, `Nothing says how much work of ${process} may be lost`],
    [own.impact !== undefined, `${at}.impact`, `Nothing says what it would mean if ${process} stopped`],
    [
      register?.substitutable !== undefined,
      "register.substitutable",
      `${process} is critical, and nothing says whether another provider could do it`,
    ],
    [!isFiller(facts.exitPlan), "contract.terms.exit.plan", `${process} is critical, and there is no exit plan`],
    [facts.lastAudit !== null, "audits", `${process} is critical, and no audit has taken place`],
  ];
  return [...needed, ...(isCritical ? whenCritical : [])].flatMap(([isThere, path, message]) =>
    isThere ? [] : [block(path, message)],
  );
}

function block(at: string, message: string): FilingBlock {
  return {
    at,
    message: `${message}.`,
    remedy: `Write it under ${at.replaceAll(/\[\d+\]/g, "").replaceAll(".", ": ")}.`,
  };
}

function secondsText(duration: WrittenDuration | undefined): string | null {
  return duration?.kind === "seconds" ? String(duration.seconds) : null;
}

/** Quoted where RFC 4180 asks for it; a text that a spreadsheet would run as a formula is kept from that. */
function cellOf(cell: Cell): string {
  const text = cell ?? "";
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
