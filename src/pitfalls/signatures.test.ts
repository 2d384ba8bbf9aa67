import { expect, test } from "vitest";
import { derivedFigures } from "../assessment/derived-figures.ts";
import { standardMetrics } from "../metrics/standard-metrics.ts";
import { pitfallIds } from "./pitfall-definition.ts";
import { signatures, strongSign } from "./signatures.ts";

const standard = standardMetrics({
  ...{ client: "hours", provider: "hours", clientReplies: "8h of hours", providerReplies: "8h of hours" },
  ...{ incidentsTold: "24h", clientSponsorForums: ["review"], providerSponsorForums: ["review"], handedOver: ["work"] },
});

/** What a figure is watched for, by its id: the metrics' `watch_for` and the derived figures' pitfalls. */
const watched: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.entries(standard).map(([id, { watch_for: pitfalls = [] }]) => [id, pitfalls])),
  ...Object.fromEntries(Object.entries(derivedFigures).map(([id, { pitfalls }]) => [id, pitfalls])),
};

/** Watched for a pitfall without its turning worse being a sign that is weighed. */
const besideSignatures: Readonly<Record<string, readonly string[]>> = {
  // Their spread is looked at, or what the two sides' reviews of the same items say.
  "first-response-time": ["inconsistent-performance"],
  "resolution-time": ["inconsistent-performance"],
  "qa-score-provider": ["lack-of-transparency"],
  // Amounts that a figure beside them puts in relation: that one is weighed.
  complaints: ["poor-customer-feedback"],
  "opened-items": ["scaling-too-fast"],
  "resolved-items": ["scaling-too-fast"],
  "invoiced-amount": ["cost-overrun"],
  "replied-in-time-client": ["communication-breakdown"],
  "replied-in-time-provider": ["communication-breakdown"],
  "minutes-sent-share": ["weak-ownership"],
};

test.each(Object.keys(watched))("%s is watched for what moves it, and for nothing else that is not said here", (id) => {
  const moves = (least: number) => pitfallIds.filter((pitfall) => (signatures[pitfall][id]?.likely ?? 0) >= least);
  const asked = watched[id] ?? [];
  expect(asked).toEqual(expect.arrayContaining(moves(strongSign)));
  const beyond = asked.filter((pitfall) => !moves(Number.MIN_VALUE).some((known) => known === pitfall));
  expect(beyond).toEqual(besideSignatures[id] ?? []);
});

test.each(pitfallIds)("%s moves figures that exist, one of them more often than not", (id) => {
  const unknown = Object.keys(signatures[id]).filter((metric) => !(metric in watched));
  expect(unknown).toEqual([]);
  expect(Object.values(signatures[id]).some(({ likely }) => likely >= strongSign)).toBe(true);
  expect(
    Object.values(signatures[id]).every(({ likely, by }) => likely > 0 && likely < 1 && (by === null || by > 0)),
  ).toBe(true);
});

test("no two pitfalls have the same signature", () => {
  const spelled = pitfallIds.map((id) => JSON.stringify(Object.entries(signatures[id]).sort()));
  expect(new Set(spelled).size).toBe(pitfallIds.length);
});

test("a standard time that work takes is a sign of some pitfall, so that slower work is told of itself", () => {
  const times = Object.entries(standard).flatMap(([id, { median_of: of, better }]) =>
    of === "work_items" && better !== undefined ? [id] : [],
  );
  expect(times).toContain("resolution-time");
  const told = new Set(Object.values(signatures).flatMap((signature) => Object.keys(signature)));
  expect(times.filter((id) => !told.has(id))).toEqual([]);
});
