import type { PlainDate } from "../../values/time.ts";
import type { SignalInput } from "../signal-input.ts";
import { dayWords } from "./plain-figures.ts";
import { blindTo, type SignalReading, together } from "./signal-reading.ts";

type Asked = Pick<SignalInput, "record" | "asOf" | "sources">;

/**
 * What a rule read out of partnership.yaml, which is written with hindsight: before the day from which that part is known,
 * what was found stands, and finding nothing says nothing.
 * @param on the part's own day; without one it is known from the contract's first day, else from the first record on file
 */
export function readSince(reading: SignalReading, input: Asked, on?: PlainDate): SignalReading {
  const because = unknownBecause(input, on);
  if (because === null || reading.judged === 0) return reading;
  return together([{ ...reading, judged: reading.findings.length }, blindTo(because, [])]);
}

function unknownBecause({ record: { contract }, asOf, sources }: Asked, on: PlainDate | undefined): string | null {
  if (on !== undefined)
    return asOf < on ? `What partnership.yaml says of it is of ${dayWords(on)}, after the day asked about.` : null;
  const [since] = [contract?.signed, contract?.starts].filter((day) => day !== undefined).sort();
  if (since !== undefined)
    return asOf < since ? `Nothing was agreed yet: the contract is of ${dayWords(since)}.` : null;
  const filled = sources.filter(({ rows }) => rows > 0);
  const isBeforeAll = filled.length > 0 && filled.every(({ to }) => to === null || to.slice(0, 10) > asOf);
  return isBeforeAll ? "The day asked about lies before the first record on file." : null;
}
