import { z } from "zod";
import { type StandardAgreements, standardMetrics } from "./standard-metrics.ts";

/** Figures that no metric definition makes: they need several metrics, both sides' answers, or the distribution behind a share. */
export const derivedIds = [
  "bunching",
  "outside-overlap-share",
  "spread",
  "reported-gap",
  "pulse-gap",
  "goal-rank-distance",
] as const;
export type DerivedId = (typeof derivedIds)[number];

/** With everything agreed that a standard metric asks for, every one of them is there. */
const everyAgreement: Required<StandardAgreements> = {
  ...{ client: "hours", provider: "hours", clientReplies: "8h of hours", providerReplies: "8h of hours" },
  ...{ incidentsTold: "24h", clientSponsorForums: ["review"], providerSponsorForums: ["review"], handedOver: ["work"] },
};

/** Every figure that a partnership may have without defining it: the standard metrics and the derived ones. */
export const figureIds: readonly string[] = [...Object.keys(standardMetrics(everyAgreement)), ...derivedIds];

/** The id of such a figure. */
export const FigureId = z.string().refine((id) => figureIds.includes(id), {
  error: ({ input }) => `no standard metric or derived figure is called ${JSON.stringify(input)}`,
});
