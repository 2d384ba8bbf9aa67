import type { CommitmentStanding } from "../../governance/commitment/commitment-standing.ts";
import type { PulseDimension } from "../../governance/culture/pulse-by-dimension.ts";
import type { RelationshipReview } from "../../governance/partnership/review-relationship.ts";
import type { Side } from "../../values/side.ts";
import { firstSentence } from "../displayable-text.ts";
import { formatDate, formatNumberOf, wordsOf } from "../format-figure.ts";
import { listed } from "./review-figures.ts";
import type { ReviewCell, ReviewPage } from "./review-page.ts";

/** Relationship: where the sides feel differently, what waits for a decision, and what the next forums talk about. */
export function relationshipPage({
  pulse,
  ideas,
  actions,
  forums,
  meetings,
  commitments,
  goals,
}: RelationshipReview): ReviewPage {
  const apart = pulse.filter(({ gap }) => "state" in gap && gap.state === "apart");
  const falling = pulse.flatMap(({ dimension, trend }) =>
    (["client", "provider"] as const).flatMap((side) => {
      const way = trend[side];
      return "state" in way && way.state === "falling" ? [`${dimension} (${side})`] : [];
    }),
  );
  const late = actions.filter(({ fault }) => fault !== null);
  return {
    headline:
      pulse.length === 0
        ? "Nobody was asked how the partnership feels."
        : apart.length === 0
          ? `Both sides feel alike in ${formatNumberOf(pulse.length, "dimension")}${falling.length === 0 ? "" : `; ${listed(falling)} ${falling.length === 1 ? "is" : "are"} falling`}.`
          : `The sides feel differently about ${listed(apart.map(({ dimension }) => dimension))}${falling.length === 0 ? "" : `; falling: ${listed(falling)}`}.`,
    tone: pulse.length === 0 ? "unknown" : apart.length > 0 || falling.length > 0 || late.length > 0 ? "worry" : "good",
    lines: [
      ...(late.length === 0 ? [] : [`${formatNumberOf(late.length, "action")} late, or without owner or date.`]),
      ideaSentence(ideas),
    ],
    parts: [
      {
        title: "Pulse, 1 to 5",
        table: {
          columns: [
            { title: "dimension", mayShrink: true },
            { title: "client", isNumber: true },
            { title: "provider", isNumber: true },
            { title: "gap", isNumber: true },
            { title: "" },
            { title: "client's trend", mayGo: 1 },
            { title: "provider's trend", mayGo: 2 },
          ],
          rows: pulse.map(pulseRow),
        },
      },
      {
        title: "Actions that are open",
        table: {
          columns: [
            { title: "" },
            { title: "action", mayShrink: true },
            { title: "owner" },
            { title: "due" },
            { title: "now with" },
          ],
          rows: actions.map(({ title, owner, due, daysLate, fault, with: now }) => [
            fault === null
              ? "open"
              : { text: fault === "late" ? `${formatNumberOf(daysLate ?? 0, "day")} late` : fault, tone: "bad" },
            title,
            owner ?? { text: "nobody", tone: "bad" },
            due === null ? "" : formatDate(due),
            now ?? { text: "nobody", tone: "bad" },
          ]),
        },
      },
      {
        title: "Forums in the last two quarters",
        table: {
          columns: [
            { title: "forum", mayShrink: true },
            { title: "held", isNumber: true },
            { title: "nobody of client/provider" },
            { title: "sponsor missing" },
            { title: "no minutes", isNumber: true, mayGo: 1 },
            { title: "escalations", isNumber: true, mayGo: 2 },
          ],
          rows: meetings.map(({ forum, planned, held, without, sponsorMissing, withoutMinutes, escalations }) => [
            forum,
            planned === 0
              ? { text: "none planned", tone: "worry" }
              : { text: `${held} of ${planned}`, tone: held < planned ? "worry" : "good" },
            sidesText(without),
            sponsorMissing === null ? "" : sidesText(sponsorMissing),
            held === 0 ? "" : String(withoutMinutes),
            held === 0 ? "" : String(escalations),
          ]),
        },
      },
      {
        title: "Promises in the last two quarters",
        lines: commitments.map(promiseSentence),
      },
      {
        title: "Goals of both sides",
        lines:
          goals.kind === "agreement" ? [goals.working] : ["Too few goals are ranked by both sides to compare them."],
      },
      {
        title: "Ideas that wait",
        lines: ideas.waiting.map(
          ({ id, title, days, isOverdue }) =>
            `${id}${title === null ? "" : `, ${title}`}: ${formatNumberOf(days, "day")}${isOverdue === true ? ", longer than agreed" : ""}.`,
        ),
      },
      ...forums.agendas.map(({ forum, items, minutes, held }) => ({
        title: `${wordsOf(forum)}: ${minutes} minutes`,
        lines: [
          ...items.map(({ title, urgency, minutes: own }) => `${own} min, ${urgency}: ${firstSentence(title)}`),
          ...(held.length === 0 ? [] : [`${formatNumberOf(held.length, "topic")} held back for the next time.`]),
        ],
      })),
      { title: "Topics for which no forum is there", lines: forums.homeless.map(({ title }) => title) },
    ],
  };
}

/** How often each side, `1/0`; nothing where neither. */
function sidesText({ client, provider }: Readonly<Record<Side, number>>): string {
  return client + provider === 0 ? "" : `${client}/${provider}`;
}

function ideaSentence({ submitted, accepted, declined, waiting, realised }: RelationshipReview["ideas"]): string {
  if (submitted === 0) return "No idea is on record.";
  const overdue = waiting.filter(({ isOverdue }) => isOverdue === true).length;
  const late = overdue === 0 ? "" : `, ${overdue} of them overdue`;
  const without = realised.withoutFigure === 0 ? "" : `${realised.withoutFigure} accepted without a figure`;
  const value = realised.withFigure === 0 ? "" : `realised ${realised.value.toText()}`;
  const brought = [value, without].filter((part) => part !== "").join(", ");
  const counts = `${formatNumberOf(submitted, "idea")}: ${accepted} accepted, ${declined} declined, ${waiting.length} waiting`;
  return `${counts}${late}${brought === "" ? "" : `; ${brought}`}.`;
}

function promiseSentence({ side, fellDue, keptOnFirstDay, late, moved, open }: CommitmentStanding): string {
  const [oldest] = open;
  const still =
    oldest === undefined
      ? "none is still open"
      : `${open.length} ${open.length === 1 ? "is" : "are"} still open, the oldest for ${formatNumberOf(oldest.daysLate, "day")}`;
  if (fellDue === 0) return `Nothing that the ${side} promised fell due; ${still}.`;
  const [came, were] = [late === 0 ? "none" : late, moved === 0 ? "none" : moved];
  return `The ${side} kept ${keptOnFirstDay} of ${fellDue} on the day first given; ${came} came late, ${were} ${moved > 1 ? "were" : "was"} moved, ${still}.`;
}

function pulseRow({ dimension, points, gap, trend }: PulseDimension): readonly ReviewCell[] {
  const last = points.at(-1);
  const mean = (side: Side): ReviewCell => {
    const said = last?.[side];
    return said === undefined || !("mean" in said) ? { text: "too few", tone: "unknown" } : said.mean.toFixed(1);
  };
  const way = (side: Side): ReviewCell => {
    const found = trend[side];
    if (!("state" in found)) return "";
    return {
      text: `${found.state} ${found.change >= 0 ? "+" : "−"}${Math.abs(found.change).toFixed(1)}`,
      tone: found.state === "falling" ? "bad" : "plain",
    };
  };
  const apart: ReviewCell = !("state" in gap)
    ? ""
    : { text: gap.state, tone: gap.state === "apart" ? "worry" : "good" };
  return [
    dimension,
    mean("client"),
    mean("provider"),
    "state" in gap ? gap.value.toFixed(1) : "",
    apart,
    way("client"),
    way("provider"),
  ];
}
