import { isFiller, isSaid } from "../../values/filler.ts";

/** `concrete`: says something that can be checked. `vague`: words only. `unanswered`: nothing, or a stopgap. */
export type AnswerState = "concrete" | "vague" | "unanswered";

/** What an answer speaks of; each kind has its own things that can be checked. */
export type AnswerTopic = "staffing" | "escalation" | "security" | "past-mistakes" | "any";

/** Big words that fit every offer, and so tell none apart. */
const bigWords =
  /\b(?:industry[- ]leading|market[- ]leading|best[- ](?:in[- ]class|of[- ]breed|practices?)|state[- ]of[- ]the[- ]art|world[- ]class|(?:bank|military|enterprise)[- ]grade|cutting[- ]edge|highest (?:standards?|levels?)|utmost|seriously|robust|seamless(?:ly)?|fully (?:secure|compliant|committed)|always|never|all (?:your|our) needs|no (?:problem|issue)s?|of course|absolutely|certainly|guaranteed?|whatever)\b/gi;

/** Words that take a standard or a promise back: what is merely planned or followed has not been proven. */
const hedges =
  /\b(?:not|no|nor|never|without|aligned?|follow(?:s|ing)?|based on|in line with|in the spirit|principles?|inspired|equivalent|similar|planned|planning|plan to|working (?:on|towards)|intend|soon|in progress|pending|roadmap|considering|expired|lapsed)\b/i;

const standards =
  /\b(?:iso(?:\/iec)? ?\d{4,5}|soc ?[123]|pci(?:[- ]dss)?|hipaa|hitrust|cyber essentials|tisax|nist(?: csf| 800-\d+)?|csa star|fedramp|ens alto|c5)\b/i;

const mechanisms =
  /\b(?:mfa|2fa|multi[- ]factor|two[- ]factor|single sign[- ]on|sso|saml|scim|role[- ]based|least privilege|least-privilege|vdi|virtual desktops?|clean[- ]desk|encrypt\w*|aes|tls|vpn|zero trust|siem|dlp|penetration tests?|pen[- ]tests?|access (?:reviews?|is removed|removed|revoked)|background checks?|segregat\w*|tokeni[sz]\w*|mask\w*|redact\w*|audit logs?|logged|backups?|incident response|disclos\w*|notif\w*)\b/gi;

const roles =
  /\b(?:ceo|coo|cfo|cto|ciso|vp|president|director|manager|head|lead|leader|supervisor|officer|executive|chief|partner|owner|sponsor)\b/i;

const peopleOfWork =
  /\b(?:agents?|people|staff|heads?|fte|ftes|employees|recruit\w*|hir\w*|trainers?|leads?|leaders?|supervisors?|analysts?|managers?)\b/i;

const lessons =
  /\b(?:because|since then|after that|afterwards|learned|learnt|lesson|changed|now we|we now|instead|so we|introduced|replaced|fixed|stopped|moved)\b/i;

const denial =
  /\b(?:no|never|none|not|without|nothing|zero)\b(?:\W+\w+){0,4}?\W+(?:mistakes?|failures?|problems?|errors?|issues?|wrong|failed|lost)\b|\bperfect\b/i;

/** How concrete an answer is, by words that can be checked; big words and hedged standards do not count. */
export function answerState(answer: string | undefined, topic: AnswerTopic): AnswerState {
  if (isFiller(answer)) return "unanswered";
  const plain = (answer ?? "").normalize("NFKC").replaceAll(bigWords, " ");
  if (!isSaid(plain, 4)) return "vague";
  return isConcrete(plain, topic) ? "concrete" : "vague";
}

/** Whether an answer says that nothing ever went wrong. */
export function deniesMistakes(answer: string | undefined): boolean {
  return answer !== undefined && denial.test(answer) && !lessons.test(answer);
}

function isConcrete(answer: string, topic: AnswerTopic): boolean {
  switch (topic) {
    case "staffing":
      return amounts(answer) > 0 && peopleOfWork.test(answer);
    case "escalation":
      return isSomebodyNamed(answer) && (amounts(answer) > 0 || namedSteps(answer) >= 2);
    case "security":
      return provenStandards(answer) + namedMechanisms(answer) >= 2;
    case "past-mistakes":
      return lessons.test(answer) && !deniesMistakes(answer) && isSaid(answer, 8);
    case "any":
      return amounts(answer) + provenStandards(answer) + namedMechanisms(answer) > 0 || isSomebodyNamed(answer);
  }
}

/** Figures that mean an amount or a time; the number of a standard is none. */
function amounts(answer: string): number {
  const written = answer.replaceAll(new RegExp(standards.source, "gi"), " ");
  return (
    written.match(/\d+|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty)\b/gi) ??
    []
  ).length;
}

/** Standards that a clause names without taking them back. */
function provenStandards(answer: string): number {
  const clauses = answer.split(/[.;!?\n]|,(?!\d)|\bbut\b|\band\b/i);
  const found = clauses.filter((clause) => standards.test(clause) && !hedges.test(clause));
  return found.length;
}

function namedMechanisms(answer: string): number {
  return new Set(answer.toLowerCase().match(mechanisms)).size;
}

function isSomebodyNamed(answer: string): boolean {
  return roles.test(answer) || /(?<=[\p{Ll},;:] )\p{Lu}\p{Ll}+/u.test(answer);
}

function namedSteps(answer: string): number {
  return answer.split(/,|;|\bthen\b|→|->|\bto\b/i).filter(isSomebodyNamed).length;
}
