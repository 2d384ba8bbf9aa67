import type { EvidenceCoverage } from "../../governance/evidence/evidence-coverage.ts";
import type { PlainDate } from "../../values/time.ts";
import { addDays } from "../../values/time.ts";
import { formatNumberOf } from "../format-figure.ts";
import { dayScale } from "./day-scale.ts";
import { Plot, percent, rounded } from "./plot.tsx";

const rowHeight = 36;

/** The days that papers of each kind cover: a full bar for a report, a pale one for a letter, a dashed outline for a gap. */
export function EvidencePicture({
  evidence,
  asOf,
}: {
  readonly evidence: readonly EvidenceCoverage[];
  readonly asOf: PlainDate;
}) {
  const from = evidence.flatMap(({ stretches }) => stretches.map((stretch) => stretch.from)).toSorted()[0];
  if (from === undefined) return null;
  const days = dayScale(from, addDays(asOf, 1));
  const height = evidence.length * rowHeight;
  return (
    <Plot
      summary={evidence.map(evidenceSummary).join(" ")}
      height={height}
      across={days.ticks}
      acrossTitle="day, in the partnership's zone"
      hasNames
    >
      {evidence.map(({ kind, stretches }, row) => (
        <g key={kind}>
          <text className="name" x="0" y={row * rowHeight + 12}>
            {evidenceName(kind)}
          </text>
          {stretches.map((stretch) => {
            const [start, end] = [days.x(stretch.from), days.x(addDays(stretch.to, 1))];
            return (
              <rect
                key={stretch.from}
                className={stretchClasses[stretch.state]}
                x={percent(start)}
                width={percent(rounded(end - start))}
                y={row * rowHeight + 17}
                height="13"
              />
            );
          })}
        </g>
      ))}
    </Plot>
  );
}

const stretchClasses = { covered: "bar", bridged: "bar-pale", "not-covered": "none" } as const;

/** `iso-27001` → `ISO 27001` */
export function evidenceName(kind: string): string {
  const words = kind.replace("-", " ");
  return /^(iso|soc|pci)\b/.test(words)
    ? words.toUpperCase().replace("PCI DSS", "PCI DSS")
    : words.slice(0, 1).toUpperCase() + words.slice(1);
}

function evidenceSummary({ kind, days, coveredDays, bridgedDays, gaps, today }: EvidenceCoverage): string {
  const bridged = bridgedDays > 0 ? `, ${bridgedDays} only by a letter` : "";
  return `${evidenceName(kind)}: ${coveredDays} of ${formatNumberOf(days, "day")} covered${bridged}, ${formatNumberOf(gaps.length, "gap")}; today ${today.replace("-", " ")}.`;
}
