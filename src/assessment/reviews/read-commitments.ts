import { z } from "zod";
import type { FactStore } from "../../facts/fact-store.ts";
import type { CommitmentRow } from "../../governance/commitment/commitment-standing.ts";
import type { Obligation } from "../../governance/contract/obligation.ts";
import type { KeptObligation } from "../../governance/contract/review-obligations.ts";
import { Side } from "../../values/side.ts";
import type { KnownBy } from "./read-people.ts";

const CommitmentFact = z.object({
  id: z.string(),
  kind: z.enum(["milestone", "deliverable", "action", "obligation", "report"]),
  title: z.string().nullable(),
  side: Side,
  owner: z.string().nullable(),
  firstDue: z.string(),
  due: z.string(),
  doneOn: z.string().nullable(),
});

/** What both sides promised by a day, with what was done by then. */
export async function readCommitments(store: FactStore, { asOf }: KnownBy): Promise<readonly CommitmentRow[]> {
  const rows = await store.rows(
    `SELECT commitment_id AS id, kind, title, owner_side AS side, owner, coalesce(first_due_on, due_on)::VARCHAR AS "firstDue",
       due_on::VARCHAR AS due, CASE WHEN done_on <= $asOf::DATE THEN done_on::VARCHAR END AS "doneOn"
     FROM commitments WHERE made_on <= $asOf::DATE ORDER BY due_on, commitment_id`,
    { asOf },
  );
  return z.array(CommitmentFact).parse(rows);
}

/**
 * Proof that duties of the contract were kept: commitments of the same side that carry the duty's id, alone or followed by a
 * day (`monthly-report-2026-05`), or its title. Held against the day first promised: a day that moved is no day kept.
 */
export function keptObligations(
  obligations: readonly Pick<Obligation, "id" | "title" | "owed_by">[],
  commitments: readonly CommitmentRow[],
): readonly KeptObligation[] {
  return obligations.flatMap(({ id, title, owed_by: side }) =>
    commitments
      .filter((one) => one.side === side && isAbout(one, id, title))
      .map(({ firstDue, doneOn }) => ({ obligation: id, due: firstDue, doneOn })),
  );
}

function isAbout({ id: own, title: said }: CommitmentRow, id: string, title: string): boolean {
  const rest = own.startsWith(id) ? own.slice(id.length) : null;
  return rest === "" || (rest !== null && /^-\d[\d-]*$/.test(rest)) || said?.toLowerCase() === title.toLowerCase();
}
