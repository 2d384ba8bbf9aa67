import type { Finding, KpiReading, Verdict } from "../../assessment/verdict.ts";
import { KpiChart } from "../charts/kpi-chart.tsx";
import { sentenceEnd } from "../displayable-text.ts";
import {
  formatKpiFigure,
  formatNumberOf,
  formatOutOf,
  formatPeriod,
  formatSegment,
  lowerFirst,
  wordsOf,
} from "../format-figure.ts";
import { rankKpis, type ToldKpi, withoutTwins } from "../rank-verdict.ts";
import { FigureTable, Fold, Section, StateBadge, Words } from "../report-elements.tsx";
import { assuranceWords, variationWord } from "../state-word.ts";

/** A control chart for each KPI; what is worsening or failing first, and quiet parts of the work folded. */
export function KpiSection({ verdict }: { readonly verdict: Verdict }) {
  const ranked = withoutTwins(rankKpis(verdict.kpis));
  const isQuiet = ({ segment, variation }: KpiReading) =>
    Object.keys(segment).length > 0 && (variation === "common-cause" || variation === "unknown");
  const [loud, quiet] = [ranked.filter((kpi) => !isQuiet(kpi)), ranked.filter(isQuiet)];
  return (
    <Section
      id="kpis"
      title="KPIs over time"
      lead="Noise or change? A point inside the limits is what this process usually does. A triangle marks what chance does not explain; it points up for high or rising figures and down for low or falling ones."
    >
      {ranked.length === 0 ? <p className="nothing">No KPI could be computed.</p> : null}
      <div className="charts">
        {loud.map((kpi) => (
          <KpiFigure key={keyOf(kpi)} kpi={kpi} verdict={verdict} />
        ))}
      </div>
      {quiet.length === 0 ? null : (
        <Fold title={`${formatNumberOf(quiet.length, "part")} of the work without a special cause`}>
          <div className="charts">
            {quiet.map((kpi) => (
              <KpiFigure key={keyOf(kpi)} kpi={kpi} verdict={verdict} />
            ))}
          </div>
        </Fold>
      )}
    </Section>
  );
}

/** Two years of weeks are what a chart can show, half a year what anybody reads in a table: the rest is in the JSON. */
const mostDrawn = 104;
const mostRows = 26;

function KpiFigure({ kpi: whole, verdict }: { readonly kpi: ToldKpi; readonly verdict: Verdict }) {
  const kpi = { ...whole, points: whole.points.slice(-mostDrawn) };
  const changes = changesOf(kpi, verdict.findings);
  const latest = kpi.points.findLast(({ value }) => value !== null);
  return (
    <figure className="kpi">
      <figcaption>
        <h3>
          <Words>{kpi.title}</Words>
          {Object.keys(kpi.segment).length === 0 ? null : (
            <span className="segment">
              <Words>{formatSegment(kpi.segment)}</Words>
            </span>
          )}
        </h3>
        <p className="reading">
          <b>{formatKpiFigure(kpi, latest?.value ?? null, [kpi.target])}</b>{" "}
          {latest === undefined ? null : (
            <span className="muted">
              {formatPeriod(latest.period)}, {formatOutOf(latest.numerator, latest.denominator)}
            </span>
          )}
        </p>
        <p className="badges">
          <StateBadge state={variationWord(kpi)} />
          <StateBadge state={assuranceWords[kpi.assurance]} />
        </p>
      </figcaption>
      {kpi.points.length === 0 ? null : <KpiChart kpi={kpi} changes={changes} />}
      {whole.sameAs.length === 0 ? null : (
        <p className="small">
          <Words>{`Same figures as ${whole.sameAs.join(", ")}.`}</Words>
        </p>
      )}
      {whole.points.length === kpi.points.length ? null : (
        <p className="small">
          The latest {mostDrawn} of {formatNumberOf(whole.points.length, kpi.every)}.
        </p>
      )}
      {kpi.noChartBecause === null ? null : (
        <p className="small">
          <Words>{sentenceEnd(`No limits: ${kpi.noChartBecause}`)}</Words>
        </p>
      )}
      <Fold title="The figures">
        <PointTable kpi={whole} />
      </Fold>
    </figure>
  );
}

function PointTable({ kpi }: { readonly kpi: KpiReading }) {
  const figure = (value: number | null) => (value === null ? "–" : formatKpiFigure(kpi, value));
  const rows = kpi.points.slice(-mostRows).reverse();
  const cut =
    rows.length === kpi.points.length ? "" : `, the latest ${mostRows} of ${kpi.points.length}; check --json has all`;
  const name = [kpi.title, formatSegment(kpi.segment)].filter((part) => part !== "").join(", ");
  return (
    <FigureTable
      caption={`${name}: by ${kpi.every}, ${chartNames[kpi.chart ?? "none"]}${cut}`}
      columns={[
        { title: "Period" },
        { title: "Value", isNumber: true },
        { title: "Counted", isNumber: true },
        { title: "Lower", isNumber: true },
        { title: "Centre", isNumber: true },
        { title: "Upper", isNumber: true },
        { title: "Mark" },
      ]}
      rows={rows.map((point) => ({
        key: point.period.start,
        cells: [
          formatPeriod(point.period),
          formatKpiFigure(kpi, point.value, [point.lower, point.upper]),
          formatOutOf(point.numerator, point.denominator),
          figure(point.lower),
          figure(point.centre),
          figure(point.upper),
          point.special === null ? "" : lowerFirst(wordsOf(point.special)),
        ],
      }))}
    />
  );
}

const chartNames: Readonly<Record<NonNullable<KpiReading["chart"]> | "none", string>> = {
  p: "p chart",
  "p-laney": "p′ chart (Laney)",
  u: "u chart",
  "u-laney": "u′ chart (Laney)",
  xmr: "XmR chart",
  "xbar-s": "X̄ and S chart",
  none: "without limits",
};

/**
 * The findings whose change can be seen in this chart: of the same metric and the same part of the work, one for each
 * date. What was reported wrongly is no change of the work.
 */
function changesOf(kpi: KpiReading, findings: readonly Finding[]): readonly Finding[] {
  const part = keyOf(kpi);
  const changes = findings.filter(
    ({ onset, subject, detector }) =>
      onset !== null &&
      !`${subject.kind} ${detector}`.includes("report") &&
      keyOf({ metric: subject.id, segment: subject.segment }) === part,
  );
  return [...new Map(changes.map((change) => [change.onset, change])).values()];
}

function keyOf({ metric, segment }: Pick<KpiReading, "metric" | "segment">): string {
  return JSON.stringify([metric, Object.entries(segment).sort()]);
}
