import type { Finding, KpiReading, SinceLastWeek, Story } from "../../assessment/verdict.ts";
import { Money, type MoneyText } from "../../values/money.ts";
import { addDays, daysBetween, type PlainDate } from "../../values/time.ts";
import { sameChangeDays } from "../signals/figures/figure-change.ts";
import { moneyIn, movedIn, numberIn, textIn } from "./change-evidence.ts";

/** What stories are made from, beside the findings with their answers. */
export type StoryInput = {
  readonly asOf: PlainDate;
  readonly kpis: readonly Pick<KpiReading, "metric" | "title" | "segment" | "points" | "unit" | "every">[];
  readonly sinceLastWeek: Pick<SinceLastWeek, "raised" | "risen">;
};

/**
 * Groups findings that are one trouble, and puts the groups in the order in which to read them: alarms before watches; in each,
 * what is new or has risen this week, what ends within a month, figures that got worse before entries of the record that are
 * late, the most money, the most findings, the newest. The rule looks at what is said, never at whose fault it is.
 */
export function storiesOf(findings: readonly Finding[], input: StoryInput): readonly Story[] {
  const groups = groupsOf(findings, input);
  return groups.map((group) => storyOf(group, input)).toSorted(byReading(findings));
}

type Group = { readonly findings: readonly Finding[]; readonly shared: readonly string[] };

/** Findings that share a root, joined as long as any two groups do. */
function groupsOf(findings: readonly Finding[], input: StoryInput): readonly Group[] {
  const name = figureNames(input.kpis);
  const rooted = findings.map((finding) => ({ finding, roots: rootsOf(finding, name) }));
  let groups: { members: typeof rooted; shared: string[] }[] = rooted.map((one) => ({ members: [one], shared: [] }));
  for (let joined = true; joined; ) {
    joined = false;
    for (const [at, one] of groups.entries()) {
      const other = groups.slice(at + 1).find((each) => sharedBy(one.members, each.members).length > 0);
      if (other === undefined) continue;
      const shared = [...one.shared, ...other.shared, ...sharedBy(one.members, other.members)];
      const whole = { members: [...one.members, ...other.members], shared };
      groups = [...groups.filter((each) => each !== one && each !== other), whole];
      joined = true;
      break;
    }
  }
  return groups.map(({ members, shared }) => ({
    findings: members.map(({ finding }) => finding),
    shared: [...new Set(shared)],
  }));
}

/** What a finding is rooted in: the name of each root, and whether a finding that follows from it may begin later. */
type Rooted = { readonly finding: Finding; readonly roots: readonly string[] };

function sharedBy(ones: readonly Rooted[], others: readonly Rooted[]): readonly string[] {
  return ones.flatMap((one) =>
    others.flatMap((other) => {
      const shared = one.roots.filter((root) => other.roots.includes(root));
      return shared.length > 0 && isNear(one.finding, other.finding) ? shared : [];
    }),
  );
}

/** Two near onsets are of one trouble; a missed level or an objective behind follows its figure at any distance. */
function isNear(one: Finding, other: Finding): boolean {
  if (one.onset === null || other.onset === null || isSameSubject(one, other)) return true;
  const [earlier, later] = one.onset <= other.onset ? [one, other] : [other, one];
  if (follows.includes(later.subject.kind)) return true;
  return daysBetween(earlier.onset ?? "", later.onset ?? "") <= sameChangeDays;
}

const follows: readonly string[] = ["service-level", "objective"];

function isSameSubject({ subject: one }: Finding, { subject: other }: Finding): boolean {
  return one.kind === other.kind && one.id === other.id && one.kind !== "metric";
}

/** Figures that a detector of another kind reads, too: what it finds is the same trouble as theirs. */
const readBy: Readonly<Record<string, readonly string[]>> = {
  "reported-differs": ["reported-gap"],
  "lines-disputed": ["billed-hours-ratio"],
  "lines-off-contract": ["off-contract-lines"],
  "bunched-at-limit": ["bunching"],
  "outside-funnel": ["spread"],
  "forum-missed": ["forums-held"],
  "ideas-undecided": ["ideas-decided"],
  "leaver-has-access": ["leaver-access", "leaver-access-open"],
  "incident-told-late": ["incidents-told-in-time"],
  "new-hires-leave": ["early-turnover"],
  "ranks-apart": ["goal-rank-distance"],
  "milestone-late": ["on-time-share"],
};

function rootsOf(finding: Finding, name: (metric: string) => string): readonly string[] {
  const { subject, detector } = finding;
  const moved = movedIn(finding).map(({ metric }) => `figure ${name(metric)}`);
  const read = (readBy[detector] ?? []).map((metric) => `figure ${name(metric)}`);
  const own = textIn(finding, "metric");
  const asked = follows.includes(subject.kind) && own !== null ? [`figure ${name(own)}`] : [];
  // A report or a bunching at a limit tells of how a figure is made, not that it moved: its own metric is no root.
  const subjects = subject.kind === "metric" || moved.length > 0 ? [] : [`${subject.kind} ${subject.id}`];
  return [...new Set([...moved, ...read, ...asked, ...subjects])];
}

/** Metrics that gave the same figures are one root: a record's own metric and the standard one that counts the same. */
function figureNames(kpis: StoryInput["kpis"]): (metric: string) => string {
  const byFigures = new Map<string, string>();
  const names = new Map<string, string>();
  for (const { metric, segment, points, unit, every } of kpis) {
    const known = points.filter(({ value }) => value !== null);
    if (Object.keys(segment).length > 0 || known.length < 6) continue;
    const key = JSON.stringify([unit, every, known.map(({ period, value }) => [period.start, value])]);
    names.set(metric, byFigures.get(key) ?? metric);
    if (!byFigures.has(key)) byFigures.set(key, metric);
  }
  return (metric) => names.get(metric) ?? metric;
}

function storyOf({ findings, shared }: Group, input: StoryInput): Story {
  const ordered = findings.toSorted(byTelling);
  const [lead] = ordered;
  if (lead === undefined) throw new Error("a story of no finding was made");
  return {
    lead: lead.id,
    findings: ordered.map(({ id }) => id),
    state: lead.state,
    together: ordered.length === 1 ? "" : togetherWords(shared, input),
    because: reasonsOf(ordered, input),
  };
}

/** Alarms first; then the most figures that moved; then money; then the oldest. */
function byTelling(one: Finding, other: Finding): number {
  return (
    stateRank(one) - stateRank(other) ||
    movedIn(other).length - movedIn(one).length ||
    costOf(other) - costOf(one) ||
    (one.onset ?? "~").localeCompare(other.onset ?? "~") ||
    one.id.localeCompare(other.id)
  );
}

function togetherWords(shared: readonly string[], { kpis }: StoryInput): string {
  const named = shared.map((root) => {
    const [kind = "", ...rest] = root.split(" ");
    const id = rest.join(" ");
    const title = kpis.find(({ metric }) => metric === id)?.title;
    return kind === "figure" ? (title ?? id) : `the same ${kind.replaceAll("-", " ")}`;
  });
  const told = [...new Set(named)];
  const more = told.length > 3 ? ` and ${told.length - 3} more` : "";
  return `Told together because they share ${told.slice(0, 3).join("; ")}${more}.`;
}

/** Days ahead within which a date is said to be near. */
const nearAheadDays = 30;

function reasonsOf(findings: readonly Finding[], { asOf, sinceLastWeek }: StoryInput): Story["because"] {
  const isAny = (ids: readonly string[]) => findings.some(({ id }) => ids.includes(id));
  const endsSoon = findings.some((finding) => {
    const left = numberIn(finding, "daysLeft");
    if (left !== null) return left >= 0 && left <= nearAheadDays;
    return finding.onset !== null && finding.onset > asOf && finding.onset <= addDays(asOf, nearAheadDays);
  });
  return [
    ...(isAny(sinceLastWeek.raised) ? ["new" as const] : []),
    ...(isAny(sinceLastWeek.risen) ? ["risen" as const] : []),
    ...(endsSoon ? ["ends-soon" as const] : []),
    ...(findings.some((finding) => costOf(finding) > 0) ? ["money" as const] : []),
    ...(findings.some((finding) => movedIn(finding).length > 0) ? ["getting-worse" as const] : []),
  ];
}

function byReading(findings: readonly Finding[]) {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const of = ({ findings: ids }: Story) => ids.flatMap((id) => byId.get(id) ?? []);
  const has = (story: Story, ...reasons: readonly Story["because"][number][]) =>
    reasons.some((reason) => story.because.includes(reason)) ? 0 : 1;
  const most = (story: Story) => Math.max(0, ...of(story).map(costOf));
  const newest = (story: Story) =>
    of(story)
      .map(({ raisedAt }) => raisedAt)
      .sort()
      .at(-1) ?? "";
  return (one: Story, other: Story) =>
    stateRank(one) - stateRank(other) ||
    has(one, "new", "risen") - has(other, "new", "risen") ||
    has(one, "ends-soon") - has(other, "ends-soon") ||
    has(one, "getting-worse") - has(other, "getting-worse") ||
    most(other) - most(one) ||
    other.findings.length - one.findings.length ||
    newest(other).localeCompare(newest(one)) ||
    one.lead.localeCompare(other.lead);
}

function stateRank({ state }: { readonly state: Finding["state"] }): number {
  return state === "alarm" ? 0 : 1;
}

/** Money that a finding costs a month or leaves unpaid, 0 where none is known; for putting in order alone, whatever the currency. */
function costOf(finding: Finding): number {
  const cost: MoneyText | null = finding.answers?.costAMonth ?? moneyIn(finding, "short");
  return cost === null ? 0 : Math.abs(new Money(cost.amount, cost.currency).amount.toNumber());
}
