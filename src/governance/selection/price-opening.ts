import type { PlainDate } from "../../values/time.ts";
import type { EvaluationFinding } from "./evaluation.ts";
import type { Selection } from "./selection.ts";

/** Whether prices may be looked at: quality comes first, or the prices have already coloured it. */
export type PriceOpening =
  | { readonly kind: "open"; readonly on: PlainDate }
  | { readonly kind: "sealed"; readonly because: string; readonly hint: string }
  | { readonly kind: "seen-too-early"; readonly because: string; readonly hint: string };

/** Prices are open once the day of their opening has come and every quality score was in before it. */
export function priceOpening(selection: Selection, asOf: PlainDate): PriceOpening {
  const { quality_scored_on: scored, price_opened_on: opened, scored_on: days } = selection;
  if (opened === undefined || opened > asOf)
    return {
      kind: "sealed",
      because: opened === undefined ? "Prices have not been opened." : `Prices are to be opened on ${opened}.`,
      hint: "Score quality first, then open prices and write the day under price_opened_on.",
    };
  if (scored === undefined)
    return {
      kind: "seen-too-early",
      because: `Prices were opened on ${opened}, and nothing shows that quality had been scored by then.`,
      hint: "Write under quality_scored_on the day on which the last quality score was in.",
    };
  const late = Object.entries(days).filter(([, day]) => day > opened);
  const first = late[0];
  if (scored > opened || first !== undefined) {
    const who = scored > opened ? `quality was scored on ${scored}` : `${first?.[0]} scored on ${first?.[1]}`;
    return {
      kind: "seen-too-early",
      because: `Prices were opened on ${opened}, before ${who}.`,
      hint: "Have people who have not seen the prices score quality again.",
    };
  }
  return { kind: "open", on: opened };
}

/** What weakens the sealing without breaking it. */
export function openingFindings(selection: Selection, opening: PriceOpening): readonly EvaluationFinding[] {
  if (opening.kind === "seen-too-early")
    return [
      {
        code: "price-seen-too-early",
        bid: null,
        at: "selection.price_opened_on",
        message: opening.because,
        hint: opening.hint,
      },
    ];
  if (opening.kind === "sealed")
    return selection.bids.flatMap(({ id, name, price }, at) =>
      price === undefined
        ? []
        : [
            {
              code: "price-on-record-before-opening",
              bid: id,
              at: `selection.bids[${at}].price`,
              message: `The price of ${name ?? id} is on record though prices have not been opened.`,
              hint: "Keep prices out of the record until quality is scored.",
            },
          ],
    );
  if (opening.on !== selection.quality_scored_on) return [];
  return [
    {
      code: "opened-on-the-same-day",
      bid: null,
      at: "selection.price_opened_on",
      message: `Prices were opened on ${opening.on}, the day on which quality was scored, so that the order cannot be told.`,
      hint: "Leave a night between the last score and the first price.",
    },
  ];
}
