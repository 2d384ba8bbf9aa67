import { type DefinitionsLock, lockDefinitions } from "../governance/partnership/definition-freeze.ts";
import type { NamesFromElsewhere } from "../governance/partnership/reference-problems.ts";
import { BadInput } from "../values/problem.ts";
import { PlainDate } from "../values/time.ts";
import { digest, readLock, writeLock } from "./definitions-lock.ts";
import { readPartnership } from "./read-partnership.ts";

/**
 * Closes all periods up to `through`: from now on the definitions that held then may change only by a restatement.
 * Freezing again after a restatement takes the restated definition as the new truth.
 * @returns the lock and the file it was written to
 * @throws BadInput when the record or its lock has problems, an unspoken change of closed periods among them
 */
export async function freezeDefinitions(
  folder: string,
  through: string,
  elsewhere: NamesFromElsewhere = {},
): Promise<{ lock: DefinitionsLock; file: string }> {
  const date = PlainDate.safeParse(through);
  if (!date.success) {
    const message = `a date is written YYYY-MM-DD, not ${JSON.stringify(through)}`;
    throw new BadInput([
      { code: "bad-date", at: null, message, hint: "name the last day of the last closed period, such as 2026-03-31" },
    ]);
  }
  const { problems, written } = await readPartnership(folder, elsewhere);
  if (problems.length > 0) throw new BadInput(problems);
  const { lock: earlier } = await readLock(folder);
  const lock = lockDefinitions(written, date.data, digest, earlier);
  return { lock, file: await writeLock(folder, lock) };
}
