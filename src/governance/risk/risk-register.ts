import { isSaid } from "../../values/filler.ts";
import type { PlainDate } from "../../values/time.ts";
import { fallbackFault, isSevere } from "./fallback-fault.ts";
import type { Risk } from "./risk.ts";

/** Likelihood × impact, 1 to 25. */
export type RiskScore = {
  readonly likelihood: number;
  readonly impact: number;
  readonly score: number;
  readonly band: RiskBand;
};
export type RiskBand = "low" | "medium" | "high" | "critical";

/** A line of the register as a day finds it. */
export type RegisteredRisk = {
  readonly id: string;
  readonly at: string;
  readonly title: string;
  readonly area: Risk["area"] | null;
  readonly owner: string | null;
  /** null: was not scored */
  readonly inherent: RiskScore | null;
  /** what counts today: the residual once the treatment is done, before that the inherent score */
  readonly current: RiskScore | null;
  readonly residual: RiskScore | null;
  readonly treatment: "done" | "planned" | "overdue" | "no-date" | "none";
  readonly review: "ahead" | "overdue" | "no-date";
  readonly fallback: "tested" | "not-needed" | "faulty";
  /** what is wrong, in sentences; empty when nothing is */
  readonly faults: readonly string[];
  readonly working: string;
};

/** The register on a day, worst first. `isThere` tells whether a person of the record still is. */
export function riskRegister(
  risks: readonly Risk[],
  { asOf, isThere }: { asOf: PlainDate; isThere: (person: string | undefined) => boolean },
): readonly RegisteredRisk[] {
  return risks
    .map((risk, index) => registered(risk, index, asOf, isThere))
    .sort((one, other) => (other.current?.score ?? 26) - (one.current?.score ?? 26));
}

/** 1–4 low, 5–9 medium, 10–15 high, 16–25 critical. */
function riskScore(likelihood: number, impact: number): RiskScore {
  const score = likelihood * impact;
  return {
    likelihood,
    impact,
    score,
    band: score >= 16 ? "critical" : score >= 10 ? "high" : score >= 5 ? "medium" : "low",
  };
}

function registered(
  risk: Risk,
  index: number,
  asOf: PlainDate,
  isThere: (person: string | undefined) => boolean,
): RegisteredRisk {
  const { id, title, area, owner, likelihood, impact, residual } = risk;
  const inherent = likelihood === undefined || impact === undefined ? null : riskScore(likelihood, impact);
  const left = residual === undefined ? null : riskScore(residual.likelihood, residual.impact);
  const treatment = treatmentOf(risk, asOf);
  // A residual score alone says nothing: nobody knows what it came down from.
  const current = inherent !== null && treatment === "done" && left !== null ? left : inherent;
  const review = risk.review_on === undefined ? "no-date" : risk.review_on < asOf ? "overdue" : "ahead";
  const fallback = !isSevere(risk) ? null : fallbackFault(risk.fallback, asOf);
  const faults = [
    isSaid(title, 2) ? null : "It does not say what could go wrong.",
    isThere(owner) ? null : "Nobody who is there owns it.",
    inherent === null ? "It has no score." : null,
    inherent !== null && left !== null && left.score > inherent.score
      ? "It is scored worse after the treatment than before."
      : null,
    left !== null && treatment !== "done" && inherent !== null && left.score < inherent.score
      ? "Its lower score counts only once the treatment is done."
      : null,
    treatment === "none" ? "Nothing is done about it." : null,
    treatment === "overdue" ? `Its treatment was due on ${risk.treatment_due}.` : null,
    review === "overdue" ? `It was to be reviewed on ${risk.review_on}.` : null,
    review === "no-date" ? "No review is planned." : null,
    fallback === null ? null : `It ${fallback}.`,
  ].filter((fault) => fault !== null);
  const said = (name: string, score: RiskScore | null) =>
    score === null ? `${name} not scored` : `${name} ${score.likelihood} × ${score.impact} = ${score.score}`;
  return {
    id,
    at: `risks[${index}]`,
    title,
    area: area ?? null,
    owner: owner ?? null,
    inherent,
    residual: left,
    current,
    treatment,
    review,
    fallback: !isSevere(risk) ? "not-needed" : fallback === null ? "tested" : "faulty",
    faults,
    working: `${said("inherent", inherent)}, ${said("residual", left)}, treatment ${treatment}`,
  };
}

function treatmentOf(
  { treatment, treatment_due: due, treated_on: done }: Risk,
  asOf: PlainDate,
): RegisteredRisk["treatment"] {
  if (!isSaid(treatment, 2)) return "none";
  if (done !== undefined && done <= asOf) return "done";
  if (due === undefined) return "no-date";
  return due < asOf ? "overdue" : "planned";
}
