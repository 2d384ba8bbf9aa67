import { z } from "zod";
import { factKinds } from "../facts/schema/fact-kinds.ts";
import { FigureId } from "../metrics/figure-ids.ts";

/** The 25 ways in which outsourcing partnerships are known to go wrong. Published: an id never changes its meaning. */
export const pitfallIds = [
  "unclear-objectives",
  "price-over-quality",
  "wrong-location",
  "communication-breakdown",
  "cultural-mismatch",
  "vendor-not-partner",
  "scaling-too-fast",
  "missed-deadlines",
  "quality-decline",
  "lack-of-transparency",
  "poor-customer-feedback",
  "high-turnover",
  "inconsistent-performance",
  "goal-misalignment",
  "cost-overrun",
  "contract-gaps",
  "unmanaged-risk",
  "outsourcing-the-core",
  "loss-of-control",
  "unrealistic-expectations",
  "hollow-kpis",
  "weak-security",
  "slow-ramp",
  "selection-red-flags",
  "weak-ownership",
] as const;
export const PitfallId = z.enum(pitfallIds);
export type PitfallId = z.infer<typeof PitfallId>;

/** One thing for every pitfall. */
export function everyPitfall<T>(make: (id: PitfallId) => T): Readonly<Record<PitfallId, T>> {
  return Object.fromEntries(pitfallIds.map((id) => [id, make(id)])) as Record<PitfallId, T>;
}

/** One kind of record that lets a pitfall be seen, and what it shows. */
const Eye = z.object({ file: z.enum([...factKinds, "partnership.yaml"]), shows: z.string() });
export type Eye = z.infer<typeof Eye>;

/** What to do once a pitfall is seen, in the order of doing it. */
const Playbook = z.object({
  /** who talks to whom first, and about what */
  firstTalk: z.string(),
  /** questions that separate the likely causes, each with where its answer lies */
  diagnosis: z.array(z.string()).min(2),
  /** ways out, each with the side that carries it */
  options: z.array(z.object({ carriedBy: z.enum(["client", "provider", "both"]), action: z.string() })).min(2),
  /** the figures by which the fix is judged, and when it counts as having worked */
  judgedBy: z.object({
    /** ids of metrics that an action may name as its measure, the first the closest */
    figures: z.array(FigureId).min(1),
    /** detectors of the pitfall whose findings go away with it, for what no figure measures */
    findings: z.array(z.string()),
    measure: z.string(),
    workedWhen: z.string(),
  }),
});
export type Playbook = z.infer<typeof Playbook>;

/** One entry of the catalogue. */
export const Pitfall = z.object({
  id: PitfallId,
  name: z.string(),
  description: z.string(),
  whyItHurts: z.string(),
  /** share of companies that report it, as a fraction; null where no survey is known */
  howCommon: z.object({ share: z.number(), source: z.string() }).nullable(),
  eyes: z.array(Eye).min(1),
  playbook: Playbook,
});
export type Pitfall = z.infer<typeof Pitfall>;

/** Where the shares of companies come from. */
export const surveyOfJune2024 = "a web survey of June 2024";
