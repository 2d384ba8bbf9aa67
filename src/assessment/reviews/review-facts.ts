import type { PlainDate } from "../../values/time.ts";
import { judgeAtDates } from "../judge-at-dates.ts";
import type { OpenPartnership } from "../open-partnership.ts";
import type { Finding, KpiReading, ServiceLevelVerdict, Verdict } from "../verdict.ts";
import { readGrants, readRoster } from "./read-people.ts";

/** What a check of the same day has found, for reviews that look at it. */
export type CheckedFigures = Pick<Verdict, "serviceLevels" | "kpis" | "findings">;

export type ReviewOptions = {
  readonly asOf: PlainDate;
  /** of every draw of chance */
  readonly seed: number;
  /** of the same day, where there is one already: nothing is measured twice */
  readonly checked?: CheckedFigures;
};

/** A partnership as a review looks at it on one day; each part is read when it is first asked for, and once. */
export type ReviewFacts = {
  readonly opened: OpenPartnership;
  readonly asOf: PlainDate;
  readonly seed: number;
  readonly has: (kind: Parameters<OpenPartnership["present"]["has"]>[0]) => boolean;
  readonly figures: () => Promise<JudgedFigures>;
  readonly roster: () => ReturnType<typeof readRoster>;
  readonly grants: () => ReturnType<typeof readGrants>;
};

export type JudgedFigures = {
  readonly serviceLevels: readonly ServiceLevelVerdict[];
  readonly kpis: readonly KpiReading[];
  readonly findings: readonly Finding[];
};

export function reviewFacts(opened: OpenPartnership, { asOf, seed, checked }: ReviewOptions): ReviewFacts {
  const known = { asOf, zone: opened.record.zone };
  return {
    ...{ opened, asOf, seed },
    has: (kind) => opened.present.has(kind),
    figures: once(async () => checked ?? (await judge(opened, asOf))),
    roster: once(() => readRoster(opened.store, known)),
    grants: once(() => readGrants(opened.store, known)),
  };
}

async function judge(opened: OpenPartnership, asOf: PlainDate): Promise<JudgedFigures> {
  const [said] = await judgeAtDates(opened, [asOf], { listsFailing: false });
  return {
    serviceLevels: said?.serviceLevels ?? [],
    kpis: said?.kpis ?? [],
    findings: said?.pitfalls.findings ?? [],
  };
}

function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let reading: Promise<Value> | undefined;
  return () => {
    reading ??= read();
    return reading;
  };
}
