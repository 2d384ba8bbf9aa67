import type { FactKind } from "../../facts/schema/fact-kinds.ts";
import type { UnseenPart } from "./review-result.ts";

/** One entry for each part whose records are not there; `[]` where all are. */
export function unseenWithout(
  has: (kind: FactKind) => boolean,
  parts: readonly { readonly what: string; readonly from: readonly FactKind[] }[],
): readonly UnseenPart[] {
  return parts.flatMap(({ what, from }) => {
    const lacking = from.filter((kind) => !has(kind));
    return lacking.length === 0
      ? []
      : [{ what, because: `no ${lacking.join(" and no ")} on record`, opensWith: lacking }];
  });
}
