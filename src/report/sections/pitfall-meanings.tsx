import type { Verdict } from "../../assessment/verdict.ts";
import { formatShare } from "../format-figure.ts";
import { Fold, RecordTable, Words } from "../report-elements.tsx";
import type { PitfallText } from "../report-options.ts";

type Props = { readonly verdict: Verdict; readonly catalogue: readonly PitfallText[] };

/** What the catalogue says of each pitfall. */
export function PitfallMeanings({ verdict, catalogue }: Props) {
  const told = verdict.pitfalls.flatMap(({ id, name }) => {
    const text = catalogue.find((entry) => entry.id === id);
    return text === undefined ? [] : [{ name, text }];
  });
  if (told.length === 0) return null;
  return (
    <Fold title="What each pitfall is, and what it costs">
      <RecordTable
        caption="The pitfalls in the order of the catalogue"
        className="meanings"
        columns={[{ title: "Pitfall" }, { title: "What happens" }, { title: "Why it hurts" }, { title: "How common" }]}
        rows={told.map(({ name, text }) => ({
          key: text.id,
          cells: [
            <Words key="name">{name}</Words>,
            <Words key="description">{text.description}</Words>,
            <Words key="why">{text.whyItHurts}</Words>,
            text.howCommon ? (
              <>
                {formatShare(text.howCommon.share)} of companies
                <span className="small">
                  <Words>{text.howCommon.source}</Words>
                </span>
              </>
            ) : (
              <span className="muted">no survey known</span>
            ),
          ],
        }))}
      />
    </Fold>
  );
}
