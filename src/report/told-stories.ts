import type { Finding, SinceLastWeek, Story, Verdict } from "../assessment/verdict.ts";
import { firstSentence, sentenceEnd } from "./displayable-text.ts";
import { formatDate, formatNumberOf } from "./format-figure.ts";
import { rankFindings } from "./rank-verdict.ts";

/** A story with its findings, the leading one first. */
export type ToldStory = Omit<Story, "lead" | "findings"> & {
  readonly lead: Finding;
  readonly others: readonly Finding[];
};

/** How many stories are told whole on the first screen: more than a meeting can decide on is a list. */
const mostTold = 3;

/** The few stories that matter most, and the rest; where there is no alarm the first on watch are told. */
export function storiesToTell(verdict: Verdict): {
  readonly first: readonly ToldStory[];
  readonly rest: readonly ToldStory[];
} {
  const all = toldStories(verdict);
  const alarms = all.filter(({ state }) => state === "alarm").length;
  const count = Math.min(mostTold, alarms === 0 ? all.length : alarms);
  return { first: all.slice(0, count), rest: all.slice(count) };
}

/** In the order of the verdict; where it has no stories, each finding is its own. */
function toldStories(verdict: Verdict): readonly ToldStory[] {
  const byId = new Map(verdict.findings.map((finding) => [finding.id, finding]));
  const alone = (lead: Finding): ToldStory => ({ lead, others: [], state: lead.state, together: "", because: [] });
  if (verdict.stories === undefined) return rankFindings(verdict).map(alone);
  return verdict.stories.flatMap(({ lead: id, findings, ...told }) => {
    const lead = byId.get(id);
    const others = findings.slice(1).flatMap((other) => byId.get(other) ?? []);
    return lead === undefined ? [] : [{ ...told, lead, others }];
  });
}

/** The finding in one sentence. */
export function headlineOf({ answers, statement }: Finding): string {
  return answers?.changed ?? firstSentence(statement);
}

const whyFirst: Readonly<Record<Story["because"][number], string>> = {
  new: "something new this week",
  risen: "something risen to an alarm this week",
  "ends-soon": "a date within a month",
  money: "money on record",
  "getting-worse": "figures that got worse",
};

/** `something new this week · figures that got worse`; empty where nothing sets it apart. */
export function reasonWords({ because }: Pick<ToldStory, "because">): string {
  return because.map((reason) => whyFirst[reason]).join(" · ");
}

/** `4 alarms and 2 watches in 3 stories`, `1 alarm`. */
export function countOf(stories: readonly ToldStory[]): string {
  const findings = stories.flatMap(({ lead, others }) => [lead, ...others]);
  const told = findingCounts(findings);
  return findings.length === stories.length ? told : `${told} in ${formatNumberOf(stories.length, "story", "stories")}`;
}

/** `4 alarms and 2 watches`. */
export function findingCounts(findings: readonly Finding[]): string {
  const [alarms, watches] = (["alarm", "watch"] as const).map(
    (state) => findings.filter((finding) => finding.state === state).length,
  );
  return [
    ...(alarms === 0 ? [] : [formatNumberOf(alarms ?? 0, "alarm")]),
    ...(watches === 0 ? [] : [formatNumberOf(watches ?? 0, "watch", "watches")]),
  ].join(" and ");
}

/** The command that shows a finding's items, whole; null where the verdict does not say it. */
export function commandOf({ answers }: Finding, { asOf }: Verdict, folder: string): string | null {
  if (answers === undefined) return null;
  const { verb, figure } = answers.shownBy;
  const parts = ["bellwether", verb, folder, ...(figure === null ? [] : [figure])];
  return [...parts, ...(verb === "import" ? [] : ["--as-of", asOf])].join(" ");
}

/** What a week changed, a line each; one line where nothing did, none where the verdict does not say. */
export function weekLines({ sinceLastWeek, findings }: Verdict): readonly string[] {
  if (sinceLastWeek === undefined) return [];
  const { raised, risen, eased, cleared, from } = sinceLastWeek;
  const over = cleared.filter(({ nowToldBy }) => nowToldBy === null);
  const renamed = cleared.length - over.length;
  const named = (ids: readonly string[]) =>
    ids.flatMap((id) => findings.find((finding) => finding.id === id) ?? []).map(headlineOf);
  const lines = [
    ...line("New", [...new Set(named(raised))]),
    ...line("Risen to an alarm", named(risen)),
    ...line("Eased to a watch", named(eased)),
    ...new Set(over.map(endedLine)),
    ...(renamed === 0
      ? []
      : [`${formatNumberOf(renamed, "finding")} of then ${renamed === 1 ? "is" : "are"} told under another one now.`]),
  ];
  return lines.length === 0 ? [`Nothing has changed since ${formatDate(from)}.`] : lines;
}

/** What ended says by itself when it was told and where it stands now; an older verdict has only what was said then. */
function endedLine({ statement }: SinceLastWeek["cleared"][number]): string {
  return statement.startsWith("Told ") ? statement : `No longer told: ${firstSentence(statement)}`;
}

function line(title: string, texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [] : [`${title}: ${texts.map((text) => sentenceEnd(text)).join(" ")}`];
}
