import type { Pitfall } from "./pitfall-definition.ts";

/** The catalogue as a Markdown page, `docs/pitfalls.md`; a test keeps the page equal to this. */
export function pitfallPage(pitfalls: readonly Pitfall[]): string {
  return `${[preface(pitfalls), ...pitfalls.map(section)].join("\n\n")}\n`;
}

function preface(pitfalls: readonly Pitfall[]): string {
  const rows = pitfalls.map(({ id, name, howCommon }) => {
    const common = howCommon === null ? "–" : `${Math.round(howCommon.share * 100)} %`;
    return `| [\`${id}\`](#${id}) | ${name} | ${common} |`;
  });
  const source = pitfalls.find(({ howCommon }) => howCommon !== null)?.howCommon?.source ?? "";
  return [
    `# The ${pitfalls.length} pitfalls`,
    "Each has a guard (is the prevention in place?), a signal (do the records show it beginning?) and a playbook (what to do, and the figures by which [the fix is judged](actions.md)). Ids are stable. This page is written from the catalogue; run `npm run golden` after changing it.",
    ["| id | pitfall | companies that report it |", "|---|---|---|", ...rows].join("\n"),
    `Shares are from ${source}; where none stands, no survey is known.`,
  ].join("\n\n");
}

function section({ id, name, description, whyItHurts, howCommon, eyes, playbook }: Pitfall): string {
  const common =
    howCommon === null
      ? []
      : [`**How common.** ${Math.round(howCommon.share * 100)} % of companies, by ${howCommon.source}.`];
  return [
    `<a id="${id}"></a>\n\n## ${name}`,
    `\`${id}\``,
    description,
    `**Why it hurts.** ${whyItHurts}`,
    ...common,
    `**What lets it be seen**\n\n${bullets(eyes.map(({ file, shows }) => `\`${file}\`: ${shows}`))}`,
    `**First talk.** ${playbook.firstTalk}`,
    `**Find the cause**\n\n${playbook.diagnosis.map((step, at) => `${at + 1}. ${step}`).join("\n")}`,
    `**Ways out**\n\n${bullets(playbook.options.map(({ carriedBy, action }) => `${carriedBy === "both" ? "Both sides" : carriedBy === "client" ? "Client" : "Provider"}: ${action}`))}`,
    `**Judged by** ${playbook.judgedBy.measure}. It worked when ${playbook.judgedBy.workedWhen}. An action may name as its measure: ${playbook.judgedBy.figures.map((id) => `\`${id}\``).join(", ")}.`,
  ].join("\n\n");
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}
