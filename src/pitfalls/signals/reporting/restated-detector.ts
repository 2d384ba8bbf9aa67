import { addDays } from "../../../values/time.ts";
import { chanceEvidence, chanceWords, stateByChance } from "../chance-height.ts";
import { countWords, dayWords } from "../plain-figures.ts";
import { judgedOne } from "../record-finding.ts";
import { type Detector, nothingToJudge } from "../signal-reading.ts";

const halfYear = 182;
const fewestRestated = 10;
const mostNamed = 20;

/**
 * History restated in the provider's favour, by an exact sign test over the records of the last half year that were told
 * otherwise later. One file may mend one mistake in many records, so that an alarm asks for more than one file.
 */
export const historyRestated: Detector = {
  id: "history-restated",
  mayClear: false,
  look: ({ asOf, observed, weighed }) => {
    const since = addDays(asOf, -halfYear);
    const files = (observed?.restated ?? []).filter(({ receivedOn }) => receivedOn >= since);
    const inFavour = files.reduce((sum, file) => sum + file.inFavour, 0);
    const restated = files.reduce((sum, file) => sum + file.inFavour + file.against, 0);
    if (restated < fewestRestated) return nothingToJudge;
    const pValue = signTest(inFavour, restated);
    const state = stateByChance(pValue, weighed.heights);
    if (state === null) return judgedOne(null);
    const kinder = files.filter((file) => file.inFavour > file.against);
    const first = kinder.map(({ receivedOn }) => receivedOn).sort()[0] ?? since;
    return judgedOne({
      ...{ pitfall: "lack-of-transparency", detector: "history-restated", kind: "records", id: "restated" },
      state: kinder.length > 1 ? state : "watch",
      since: first,
      raisedAt: asOf,
      statement: `Of ${countWords(restated)} records of the past that later files told otherwise since ${dayWords(since)}, ${countWords(inFavour)} look better for the provider since and ${countWords(restated - inFavour)} worse, in ${countWords(files.length)} ${files.length === 1 ? "file" : "files"}. If either way were as likely, chance alone would give that ${chanceWords(pValue)} times; a mistake mended in many records at once would, too.`,
      evidence: {
        ...{ restated, inFavour, files: files.map(({ records: _, ...file }) => file) },
        records: files.flatMap(({ records }) => records).slice(0, mostNamed),
        ...chanceEvidence(pValue),
      },
    });
  },
};

/** Chance of at least so many heads in so many throws of a fair coin, exact. */
function signTest(heads: number, throws: number): number {
  let logTerm = -throws * Math.LN2;
  let tail = heads <= 0 ? Math.exp(logTerm) : 0;
  for (let count = 1; count <= throws; count += 1) {
    logTerm += Math.log((throws - count + 1) / count);
    if (count >= heads) tail += Math.exp(logTerm);
  }
  return Math.min(1, tail);
}
