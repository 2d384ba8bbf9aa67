import type { Finding } from "../assessment/verdict.ts";
import { addDays, type PlainDate } from "../values/time.ts";
import { type SignalFindings, signalsTogether } from "./judge-pitfalls.ts";
import { pitfallCatalogue } from "./pitfall-catalogue.ts";
import { everyPitfall, PitfallId } from "./pitfall-definition.ts";
import { dayWords } from "./signals/plain-figures.ts";
import { movedIn } from "./stories/change-evidence.ts";

/**
 * Weeks for which a finding by figures that chance moves stands after the last date that gave it: evidence near its height
 * crosses it again and again, and in four weeks each monthly figure, too, is read anew.
 */
export const keptWeeks = 4;

const keptDays = 7 * keptWeeks;

/** What the signals said by one date alone. */
export type Said = { readonly asOf: PlainDate; readonly pitfalls: SignalFindings };

/**
 * What stands on the last of the dates. A finding by figures that chance moves stays for four weeks after the last date
 * that gave it, and an alarm stays an alarm for as long; both say so. What follows from records alone ends with its reason.
 * Nothing is raised sooner than by the date's own figures. The same dates give the same words.
 * @param said rising, a week apart, the last of them the one asked about; dates more than four weeks before it are not read
 */
export function standingFindings(said: readonly Said[]): SignalFindings {
  const now = said.at(-1);
  if (now === undefined) throw new Error("no date was asked about");
  const from = addDays(now.asOf, -keptDays);
  const before = said.slice(0, -1).filter(({ asOf }) => asOf >= from);
  const given = new Map(now.pitfalls.findings.map((finding) => [finding.id, withAlarmKept(finding, before)]));
  const kept = lastGiven(before).filter(({ finding }) => !given.has(finding.id));
  if (kept.length === 0 && now.pitfalls.findings.every((one) => given.get(one.id) === one)) return now.pitfalls;
  const signals = everyPitfall((id) => {
    const signal = now.pitfalls.signals[id];
    const findings = [
      ...signal.findings.map((finding) => given.get(finding.id) ?? finding),
      ...kept
        .filter(({ finding }) => finding.pitfall === id)
        .map(({ asOf, finding }) => asKept(withAlarmOf(finding, before), asOf, now.pitfalls.findings)),
    ];
    const isAlarm = findings.some(({ state }) => state === "alarm");
    return { ...signal, findings, state: isAlarm ? "alarm" : findings.length > 0 ? "watch" : signal.state } as const;
  });
  return signalsTogether(signals, now.pitfalls.heights);
}

type Given = { readonly asOf: PlainDate; readonly finding: Finding };

/** Findings by figures that chance moves, each as it was last given. */
function lastGiven(before: readonly Said[]): readonly Given[] {
  const last = new Map<string, Given>();
  for (const { asOf, pitfalls } of before)
    for (const finding of pitfalls.findings) if (isEstimated(finding)) last.set(finding.id, { asOf, finding });
  return [...last.values()];
}

/** Signs that hold figures against what chance gives without telling its odds. */
const estimatedWithoutOdds: readonly string[] = ["spread-grown", "off-trajectory"];

/** Whether a finding rests on figures that chance moves too: others end with the day that ends them. */
export function isEstimated({ detector, evidence }: Pick<Finding, "detector" | "evidence">): boolean {
  return "chance" in evidence || estimatedWithoutOdds.includes(detector);
}

function lastAlarm({ id }: Finding, before: readonly Said[]): PlainDate | null {
  const isAlarm = (one: Finding) => one.id === id && one.state === "alarm";
  return before.findLast(({ pitfalls }) => pitfalls.findings.some(isAlarm))?.asOf ?? null;
}

function withAlarmOf(finding: Finding, before: readonly Said[]): Finding {
  return lastAlarm(finding, before) === null ? finding : { ...finding, state: "alarm" };
}

/** A watch that was an alarm within the weeks that one is kept. */
function withAlarmKept(finding: Finding, before: readonly Said[]): Finding {
  if (finding.state === "alarm" || !isEstimated(finding)) return finding;
  const on = lastAlarm(finding, before);
  if (on === null) return finding;
  const until = addDays(on, keptDays);
  return {
    ...finding,
    state: "alarm",
    statement: `${finding.statement} By the figures of today alone it is a watch; they last gave an alarm on ${dayWords(on)}, and it stays one until ${dayWords(until)}.`,
    evidence: { ...finding.evidence, kept: { state: "alarm", lastGiven: on, until, today: "watch" } },
  };
}

function asKept(finding: Finding, on: PlainDate, now: readonly Finding[]): Finding {
  const until = addDays(on, keptDays);
  const under = toldUnder(finding, now);
  const why =
    under === null ? "the figures of today alone do not give it" : `figures of it are told under “${under}” today`;
  return {
    ...finding,
    statement: `${finding.statement} This was last given by the figures of ${dayWords(on)}; ${why}, and it stands until ${dayWords(until)} unless they give it again.`,
    evidence: { ...finding.evidence, kept: { state: finding.state, lastGiven: on, until } },
  };
}

/** The name of another pitfall that the same figures are told under; null where there is none. */
export function toldUnder(finding: Finding, now: readonly Finding[]): string | null {
  const other = now.find((one) => one.pitfall !== finding.pitfall && sharesFigure(one, finding));
  return other === undefined ? null : pitfallCatalogue[PitfallId.parse(other.pitfall)].name;
}

function sharesFigure(one: Finding, other: Finding): boolean {
  const figures = new Set(movedFigures(other));
  return movedFigures(one).some((figure) => figures.has(figure));
}

/** The KPIs that a finding says moved together. */
function movedFigures(finding: Finding): readonly string[] {
  return movedIn(finding).map(({ metric, segment }) => JSON.stringify([metric, segment]));
}
