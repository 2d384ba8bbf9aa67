import { five9 } from "./profiles/five9.ts";
import { freshdesk } from "./profiles/freshdesk.ts";
import { freshservice } from "./profiles/freshservice.ts";
import { genesysInteractions, genesysIntervals } from "./profiles/genesys.ts";
import { intercom } from "./profiles/intercom.ts";
import { jiraServiceManagement } from "./profiles/jira-service-management.ts";
import { salesforce, salesforceReport } from "./profiles/salesforce.ts";
import { servicenow } from "./profiles/servicenow.ts";
import { zendesk } from "./profiles/zendesk.ts";
import { zendeskApi } from "./profiles/zendesk-api.ts";
import type { ImportProfile } from "./schema/import-profile.ts";

/** Every system whose export is read without a mapping. */
export const importProfiles: readonly ImportProfile[] = [
  zendesk,
  zendeskApi,
  freshdesk,
  freshservice,
  jiraServiceManagement,
  intercom,
  servicenow,
  genesysInteractions,
  genesysIntervals,
  five9,
  salesforce,
  salesforceReport,
];

export type ProfileScore = {
  readonly profile: ImportProfile;
  /** share of the profile's signature that the header has, 0–1; 0 where a required header lacks */
  readonly score: number;
};

/** The profile that a header belongs to, or null where none is sure enough; `scores` tells how near each came, best first. */
export type Recognition = { readonly profile: ImportProfile | null; readonly scores: readonly ProfileScore[] };

/** Below this share of the signature no profile is taken. */
export const leastScore = 0.6;
/** The best must lead the next by this much. */
export const leastLead = 0.1;

/** Which system exported a file with this header. Order, case, spaces and added columns do not matter. */
export function recogniseProfile(header: readonly string[]): Recognition {
  const scores = importProfiles
    .map((profile) => ({ profile, score: scoreOf(profile, header) }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scores;
  const isSure = best !== undefined && best.score >= leastScore && best.score - (next?.score ?? 0) >= leastLead;
  return { profile: isSure ? best.profile : null, scores };
}

/** A header without what differs between languages, versions and spreadsheet programs. */
export function normaliseHeader(name: string): string {
  return name
    .normalize("NFC")
    .replace(/^\ufeff/, "")
    .trim()
    .replaceAll(/\s+/g, " ")
    .toLowerCase();
}

/** The name by which the profile knows a header of the file; its own name where the profile has none for it. */
export function profileName(profile: ImportProfile, header: string): string {
  const wanted = normaliseHeader(header);
  for (const [name, pattern] of Object.entries(profile.zone_in_header)) {
    if (new RegExp(pattern, "i").test(header.trim())) return name;
  }
  for (const [name, aliases] of Object.entries(profile.aliases)) {
    if ([name, ...aliases].some((alias) => normaliseHeader(alias) === wanted)) return name;
  }
  return profile.signature.find((name) => normaliseHeader(name) === wanted) ?? header.trim();
}

function scoreOf(profile: ImportProfile, header: readonly string[]): number {
  const present = new Set(header.map((name) => normaliseHeader(profileName(profile, name))));
  const has = (name: string) => present.has(normaliseHeader(name));
  if (!profile.required.every(has)) return 0;
  return profile.signature.filter(has).length / profile.signature.length;
}
