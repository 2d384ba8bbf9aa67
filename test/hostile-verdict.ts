import type { Verdict } from "../src/assessment/verdict.ts";
import { sampleVerdict } from "./sample-verdict.ts";

export const hostileWords = {
  markup: `<script>document.title="owned"</script><img src=x onerror="document.title='owned'">`,
  quotes: `"'\`><svg onload=document.title='owned'>{{7*7}}</style></bdi></td>&amp;`,
  direction: "\u202egnirts lertnoc\u2066 \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
  terminal: "\u001b[2J\u001b]0;owned\u0007\u0000\u009b31m",
  long: "x".repeat(10_000),
};

/** The sample verdict with every free text replaced by something that a careless report would obey or break on. */
export function hostileVerdict(): Verdict {
  const words = Object.values(hostileWords);
  let at = 0;
  const next = () => `${words[at++ % words.length]} ${at}`;
  const verdict = sampleVerdict();
  return {
    ...verdict,
    title: next(),
    zone: next(),
    partnership: next(),
    pitfalls: verdict.pitfalls.map((pitfall) => ({
      ...pitfall,
      name: next(),
      guard: {
        ...pitfall.guard,
        checks: pitfall.guard.checks.map((check) => ({ ...check, message: next(), remedy: next(), at: next() })),
      },
      signal: { ...pitfall.signal, blindBecause: pitfall.signal.state === "blind" ? next() : null },
    })),
    findings: verdict.findings.map((finding) => ({
      ...finding,
      id: next(),
      detector: next(),
      subject: { kind: next(), id: finding.subject.id, segment: { [next()]: next() } },
      statement: next(),
      evidence: {
        [next()]: next(),
        [next()]: [next(), next()],
        rows: [{ [next()]: next() }],
        [next()]: { [next()]: 1 },
      },
      playbook: [next(), next()],
    })),
    serviceLevels: verdict.serviceLevels.map((level) => ({
      ...level,
      id: `${level.id} ${hostileWords.markup}`,
      clause: next(),
      unknownBecause: next(),
      credit: { owed: { amount: "10.00", currency: hostileWords.quotes }, working: [next(), next()] },
      failing: [next(), next()],
    })),
    kpis: verdict.kpis.map((kpi) => ({ ...kpi, title: next(), noChartBecause: next(), segment: { team: next() } })),
    reconciliations: verdict.reconciliations.map((one) => ({ ...one, kpi: next(), because: next() })),
    coverage: {
      blind: verdict.coverage.blind.map(() => ({ pitfall: next(), because: next(), opensWith: [next(), next()] })),
      sources: verdict.coverage.sources.map((source) => ({ ...source, source: next(), fact: next() })),
    },
  };
}
