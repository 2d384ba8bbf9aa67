import type { Reviewed } from "../../assessment/reviews/review-result.ts";
import type {
  BusinessCaseForecast,
  ForecastInput,
  WorkedOutCase,
} from "../../governance/business-case/business-case-forecast.ts";
import { BreakEvenPicture } from "../charts/break-even-picture.tsx";
import { CostFanPicture } from "../charts/cost-fan-picture.tsx";
import { formatInput, inputWords, TornadoPicture } from "../charts/tornado-picture.tsx";
import { formatCount, formatEstimate, formatNumberOf, formatOutOf, formatShare, wordsOf } from "../format-figure.ts";
import { FigureTable, Fold, Words } from "../report-elements.tsx";
import { type Headline, Picture, ReviewPart, Told } from "../review-elements.tsx";
import { reviewWords } from "../review-words.ts";

/** What it will cost: the saving against staying in-house as a fan, when it is paid back, and what it hangs on. */
export function BusinessCaseReviewSection({ reviewed }: { readonly reviewed: Reviewed<BusinessCaseForecast> }) {
  return (
    <ReviewPart
      id="review-business-case"
      title="What it will cost"
      page="docs/business-case.md"
      reviewed={reviewed}
      headline={headline}
    >
      {(review) =>
        review.kind === "unknown" ? (
          <>
            <p>
              <Words>{`The case cannot be worked out: ${review.because}.`}</Words>
            </p>
            <Told lines={review.problems.map(({ message, hint }) => `${message}: ${hint}`)} />
          </>
        ) : (
          <Forecast forecast={review} />
        )
      }
    </ReviewPart>
  );
}

function headline(review: BusinessCaseForecast): Headline {
  if (review.kind === "unknown")
    return { state: reviewWords.unknown, says: `It cannot be worked out: ${review.because}.`, isPressing: false };
  const { total, months, currency, findings } = review;
  const says = `Over ${months} months it saves ${formatEstimate(total.saving.p10, currency)} to ${formatEstimate(total.saving.p90, currency)} in eight of ten draws; ${formatShare(total.likelyToSave.value)} likely to save anything${findings.length > 0 ? `; ${formatNumberOf(findings.length, "remark")}` : ""}.`;
  if (findings.some(({ state }) => state === "alarm")) return { state: reviewWords.pressing, says, isPressing: false };
  return { state: findings.length > 0 ? reviewWords.look : reviewWords.fine, says, isPressing: false };
}

function Forecast({ forecast }: { readonly forecast: WorkedOutCase }) {
  return (
    <>
      <Picture
        title="Saved so far against staying in-house"
        keys={[
          { mark: <line className="middle" x2="18" y1="6" y2="6" />, means: "P50, the middle of the draws" },
          { mark: <rect className="fan" y="1" width="18" height="10" />, means: "P10 to P90: eight of ten draws" },
        ]}
      >
        <CostFanPicture forecast={forecast} />
      </Picture>
      <div className="beside">
        <Picture title="When the move is paid back">
          <BreakEvenPicture forecast={forecast} />
        </Picture>
        <Picture
          title="What the saving hangs on"
          keys={[
            { mark: <circle className="ring" cx="9" cy="6" r="4" />, means: "input at its P10" },
            { mark: <circle className="dot" cx="9" cy="6" r="4.5" />, means: "at its P90" },
          ]}
        >
          <TornadoPicture forecast={forecast} />
        </Picture>
      </div>
      <Told
        title="Promises, held against the forecast"
        lines={forecast.promises.map(
          ({ what, saidBy, statement }) => `${what}${saidBy === null ? "" : ` (${saidBy})`}: ${statement}`,
        )}
      />
      <Told title="Worth hearing" lines={forecast.findings.map(({ statement }) => statement)} />
      <Tables forecast={forecast} />
    </>
  );
}

const range = [
  { title: "P10", isNumber: true },
  { title: "P50", isNumber: true },
  { title: "P90", isNumber: true },
];

function Tables({ forecast }: { readonly forecast: WorkedOutCase }) {
  const { total, currency, months, byMonth, inputs, seed, draws } = forecast;
  const amounts = (one: { p10: number; p50: number; p90: number }) =>
    [one.p10, one.p50, one.p90].map((value) => formatEstimate(value, currency));
  const isShown = (month: number) => month <= 12 || month % 6 === 0 || month === months;
  return (
    <>
      <FigureTable
        caption={`Over all ${months} months`}
        columns={[{ title: "What" }, ...range]}
        rows={[
          { key: "in-house", cells: ["Staying in-house", ...amounts(total.stayingInHouse)] },
          { key: "outsourcing", cells: ["Outsourcing", ...amounts(total.outsourcing)] },
          ...total.parts.map((part) => ({
            key: part.part,
            cells: [`of it ${wordsOf(part.part).toLowerCase()}`, ...amounts(part)],
          })),
          { key: "saving", cells: ["Saving", ...amounts(total.saving)] },
        ]}
      />
      <Fold title="Month by month">
        <FigureTable
          caption={`Saved so far, ${currency}; each month of the first year, then every half-year`}
          columns={[{ title: "Month", isNumber: true }, ...range, { title: "Paid back by then", isNumber: true }]}
          rows={byMonth
            .filter(({ month }) => isShown(month))
            .map(({ month, savingSoFar, likelyPaidBack }) => ({
              key: String(month),
              cells: [String(month), ...amounts(savingSoFar), formatShare(likelyPaidBack)],
            }))}
        />
      </Fold>
      <Fold title="What it rests on">
        <FigureTable
          caption="Inputs"
          columns={[{ title: "Input" }, ...range]}
          rows={inputs.map((input) => ({ key: input.name, cells: inputCells(input) }))}
        />
        <Told lines={forecast.working} />
      </Fold>
      <p className="small">
        {formatCount(draws)} draws, seed {seed}; it saves something in{" "}
        {formatOutOf(total.likelyToSave.numerator, total.likelyToSave.denominator)} of them. Amounts are estimates.
      </p>
    </>
  );
}

function inputCells(input: ForecastInput) {
  const { name, p10, p50, p90, distribution } = input;
  const words = inputWords(name);
  return distribution === "certain"
    ? [words, "", formatInput(p50, input), ""]
    : [words, ...[p10, p50, p90].map((value) => formatInput(value, input))];
}
