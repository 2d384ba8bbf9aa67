import { type OpenPartnership, openRecord, withFacts } from "../../assessment/open-partnership.ts";
import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import type { Surroundings } from "../../platform/command.ts";
import type { PlainDate } from "../../values/time.ts";
import { quarantineNotice } from "./load-report-text.ts";
import { asOfOrToday, openOptions } from "./surroundings.ts";

/** A folder with its facts, and the day that was asked about. */
export type OnDay = {
  readonly opened: OpenPartnership;
  readonly day: PlainDate;
  /** takes the progress line away before something else is told */
  readonly wipe: () => void;
};

/**
 * Opens a folder for a day. What is wrong with the record or with the day is said before any fact is read; after the work it is
 * told what was quarantined.
 * @throws BadInput with every problem of partnership.yaml, of the day, or of the first files that cannot be read
 */
export async function onDay<Result>(
  { folder, asOf }: { readonly folder: string; readonly asOf: PlainDate | undefined },
  surroundings: Surroundings,
  use: (asked: OnDay) => Promise<Result>,
): Promise<Result> {
  const read = await openRecord(folder);
  const day = asOfOrToday(asOf, read.record.zone, surroundings);
  const { wipe, ...options } = openOptions(surroundings);
  return withFacts(read, options, async (opened) => {
    const result = await use({ opened, day, wipe });
    wipe();
    surroundings.tell(quarantineNotice(opened.load, folder));
    return result;
  });
}

/** Whose report it is. */
export function subjectOf({ partnership, title, zone }: PartnershipRecord) {
  return { partnership, title: title ?? partnership, zone };
}
