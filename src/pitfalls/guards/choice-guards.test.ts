import { expect, test } from "vitest";
import { completeAsOf, recordWith } from "../../../test/pitfalls/complete-record.ts";
import { testGuards } from "../../../test/pitfalls/guard-table.ts";
import { askGuards } from "./guard-rules.ts";

testGuards("price-over-quality", {
  "several-bids": {
    partial: { "selection.bids.1": { id: "larch" } },
    missing: { selection: undefined },
    fooled: { "selection.bids.1.name": "Cedar Contact" },
  },
  "several-evaluators": {
    partial: { "selection.bids.0.scores": { ana: { experience: 85, people: 80 } } },
    missing: { selection: undefined },
    fooled: { "selection.bids.1.scores": { ana: { experience: 60, people: 55 }, tbd: { experience: 60, people: 55 } } },
  },
  "price-opened-after-quality": {
    partial: { "selection.price_opened_on": "2025-11-05" },
    missing: { "selection.price_opened_on": undefined, "selection.quality_scored_on": undefined },
    fooled: { "selection.price_opened_on": "2025-11-01" },
  },
  "references-and-visits": {
    partial: { "selection.bids.0.visits": [] },
    missing: { "selection.bids.0.visits": [], "selection.bids.0.references": [] },
    fooled: { "selection.bids.0.visits.0.on": "2026-09-01" },
  },
  "winner-robust-to-weights": {
    partial: { "selection.bids.1.price": "1,000,000 USD" },
    missing: { "selection.criteria": [] },
    // Scores by which another bid would have won.
    fooled: {
      "selection.bids.1.scores": { ana: { experience: 95, people: 95 }, mira: { experience: 95, people: 95 } },
    },
  },
});

testGuards("wrong-location", {
  "places-compared": {
    partial: { "location.because": undefined },
    missing: { location: undefined },
    // The same place again under another name.
    fooled: {
      "location.options.1.kind": "nearshore",
      "location.options.1.country": "SV",
      "location.options.1.zone": "America/El_Salvador",
    },
  },
  "comparison-covers-what-matters": {
    partial: { "location.options.1.week": undefined },
    missing: { location: undefined },
    // Hours in common that are claimed, and that nothing on record bears out.
    fooled: { "location.options.1.week": undefined, "location.options.1.overlap_hours_a_week": 40 },
  },
  "location-revisited": {
    partial: { "location.revisit_on": "2026-01-15" },
    missing: { "location.revisit_on": undefined },
    fooled: { "location.revisit_on": "2026-06-29" },
  },
});

testGuards("selection-red-flags", {
  "structured-interviews": {
    partial: { "selection.bids.0.interviews.1": { with: "Rosa" } },
    missing: { "selection.bids.0.interviews": [] },
    fooled: { "selection.bids.0.interviews.0.questions": "tbc" },
  },
  "reference-checks": {
    partial: { "selection.bids.0.references.1": { company: "Fern Foods" } },
    missing: { "selection.bids.0.references": [] },
    fooled: { "selection.bids.0.references.1.company": "birch bikes" },
  },
  "telling-questions-answered": {
    partial: { "selection.bids.0.answers.staffing": undefined },
    missing: { "selection.bids.0.answers": {} },
    fooled: { "selection.bids.0.answers.staffing": "to be discussed" },
  },
});

testGuards("cultural-mismatch", {
  "fit-assessed-by-both-sides": {
    partial: { "culture.assessed.1.on": undefined },
    missing: { "culture.assessed": [] },
    fooled: { "culture.assessed.1.by": "mira  holt" },
  },
  "holidays-shared": {
    partial: { "culture.holidays_shared": undefined },
    missing: { culture: undefined, calendars: {} },
    fooled: { "calendars.support-hours.holidays": [] },
  },
  "cross-cultural-training": {
    partial: { "culture.training.1": { title: "Working with San Salvador" } },
    missing: { "culture.training": [] },
    fooled: { "culture.training.0.title": "TBA" },
  },
});

testGuards("vendor-not-partner", {
  "sponsors-on-both-sides": {
    partial: { "provider.sponsor": undefined },
    missing: { "provider.sponsor": undefined, "client.sponsor": undefined },
    fooled: { "provider.sponsor": "joel" },
  },
  "joint-planning": {
    partial: { "forums.1.attend": ["ana", "rosa"] },
    missing: { forums: [] },
    fooled: { "forums.1.attend": ["joel", "joel"] },
  },
  "goals-shared": {
    partial: { "goals.signed_on": undefined },
    missing: { goals: undefined },
    fooled: { "goals.signed_on": "2026-12-24" },
  },
  "idea-register": {
    partial: { "ideas.decided_within": undefined },
    missing: { ideas: undefined },
    fooled: { "ideas.owner": "someone" },
  },
});

test("the message names the weights of price between which the winner wins", () => {
  const check = askGuards("price-over-quality", recordWith(), completeAsOf).find(
    ({ id }) => id === "winner-robust-to-weights",
  );
  expect(check?.message).toBe("Cedar Contact wins only if price counts less than 73.7 %; it counts 30 %.");
});
