import type { ContractTermName } from "./contract-terms.ts";

/** One thing that a term must say, and words by which it shows that it does. */
export type TermPoint = { readonly point: string; readonly words: RegExp };

/** What a term must settle, and what it has cost others not to have it. */
export type TermDemand = {
  readonly name: string;
  readonly points: readonly TermPoint[];
  readonly absenceCosts: string;
};

const point = (text: string, words: RegExp): TermPoint => ({ point: text, words });

/** Every term of the checklist, in the order in which a contract is read. */
export const termDemands: Readonly<Record<ContractTermName, TermDemand>> = {
  scope: {
    name: "Scope",
    points: [
      point("which work is done", /work|contact|ticket|process|service|channel|handl|task|e-?mail|chat|phone|call/i),
      point("what is left out", /\bnot\b|\bno\b|exclu|except|outside|beyond|stays? with|remain/i),
      point("volumes that it is made for", /volume|\d|forecast|baseline|a (?:day|week|month|year)/i),
      point("hours and languages", /hour|day|week|night|24|language|english|spanish|french|german|portuguese/i),
    ],
    absenceCosts:
      "Each side believes its own boundary: what one takes for granted the other bills as an extra, or nobody does it at all.",
  },
  deliverables: {
    name: "Deliverables",
    points: [
      point("what is handed over", /deliver|report|document|plan|training|system|manual|hand/i),
      point("by when", /day|week|month|quarter|date|by |before|\d/i),
      point("when it counts as accepted", /accept|approv|sign|test|criteri/i),
    ],
    absenceCosts:
      "Work is called finished by whoever made it, is paid for, and comes back as rework at the client's cost.",
  },
  pricing: {
    name: "Pricing",
    points: [
      point("what is counted", /hour|minute|contact|ticket|agent|transaction|outcome|month|fixed|unit|cost/i),
      point("the price of each unit, with its bands", /rate|card|price|band|tier|usd|eur|\d/i),
      point("how prices change", /index|inflation|cpi|increase|adjust|review|change|fixed|cap/i),
      point("what is included and what is not", /includ|exclu|travel|tool|licen[cs]e|overtime|training|expens/i),
    ],
    absenceCosts:
      "Overtime, set-up, licences and yearly increases arrive as new lines, and nothing on paper says that they are not owed.",
  },
  service_levels: {
    name: "Service levels",
    points: [
      point("which levels, with target and minimum", /target|minimum|level|%|percent|within|\d/i),
      point("how and where each is measured", /measur|calculat|defin|clock|formula|source/i),
      point("over which period", /month|week|quarter|day|period/i),
    ],
    absenceCosts:
      "Good work is a matter of opinion: slow or poor service breaks no promise, so nothing follows from it.",
  },
  credits: {
    name: "Service credits",
    points: [
      point("what a miss costs", /credit|%|percent|deduct|usd|eur|\d/i),
      point("the most that it can come to", /cap|most|maximum|at risk|limit|pool|ceiling/i),
      point("when a credit is paid, and earned back", /invoice|pay|month|earn|next|return/i),
    ],
    absenceCosts:
      "Misses are free for the provider; the only answer left to the client is a lawsuit, so there is none.",
  },
  definitions: {
    name: "Definitions of figures",
    points: [
      point("formula of each figure", /formula|defin|calculat|numerator|divid|share|annex|appendix|metric/i),
      point("what does not count", /exclu|pause|not count|except|outage|wait/i),
      point("which system's records decide", /system|record|source|tool|ticket|data|log/i),
    ],
    absenceCosts: "Both sides report the same month with different numbers, and meetings are spent on whose is right.",
  },
  reporting: {
    name: "Reporting",
    points: [
      point("what is reported", /report|figure|kpi|level|volume|result|dashboard/i),
      point("how often and by which day", /day|week|month|quarter|daily|\d/i),
      point("by whom", /provider|client|manager|cedar|owner|by |\bwe\b|team|account/i),
    ],
    absenceCosts: "Bad months are told late or not at all; the client learns of them from its own customers.",
  },
  data_access: {
    name: "Access to raw records",
    points: [
      point("that the client may have the raw records", /raw|record|data|export|access|log/i),
      point("in which form and how often", /daily|week|month|export|csv|api|format|real.?time|any time|demand/i),
      point("also after the end", /after|end|terminat|exit|return/i),
    ],
    absenceCosts: "No reported figure can be checked, and when the contract ends the history stays behind.",
  },
  data_protection: {
    name: "Data protection",
    points: [
      point("whose data, and for what they may be used", /personal|customer|purpose|data|use/i),
      point("how they are kept safe, and where", /secur|encrypt|access|country|where|locat|store|region/i),
      point("what happens when they leak", /breach|leak|incident|notif|hours/i),
      point("deletion or return", /delet|return|eras|destroy/i),
    ],
    absenceCosts: "The client answers to customers and regulators for a leak that it could neither see nor prevent.",
  },
  incident_disclosure: {
    name: "Disclosure of incidents",
    points: [
      point("how soon", /hour|day|immediat|promptly|\d/i),
      point("to whom", /to |client|officer|contact|security|owner/i),
      point("what is told", /cause|affected|what|scope|report|impact|measure/i),
    ],
    absenceCosts: "Incidents come to light weeks later, past every legal deadline for telling those affected.",
  },
  intellectual_property: {
    name: "Intellectual property",
    points: [
      point("who owns what is made", /own|belong|property|title|assign/i),
      point(
        "scripts, documents, automations, models",
        /script|document|automation|model|software|code|manual|material|work/i,
      ),
      point("use after the end", /after|end|terminat|licen[cs]e|perpetual|continue/i),
    ],
    absenceCosts:
      "Scripts and automations that the client paid for stay with the provider, and leaving means building anew.",
  },
  audit: {
    name: "Right to audit",
    points: [
      point("what may be looked at", /book|record|site|system|invoice|process|cost|security|control/i),
      point("how often and at what notice", /year|notice|day|time|once|twice|\d/i),
      point("who pays, and what follows from a finding", /cost|pay|expens|refund|remedy|correct|finding/i),
    ],
    absenceCosts: "Overbilling and weak controls can be suspected but never shown.",
  },
  subcontractors: {
    name: "Subcontractors",
    points: [
      point("whether the client must agree", /consent|agree|approv|permission|not without|prior|none/i),
      point("the same duties for them", /same|flow|bound|equal|terms|obligation/i),
      point("who answers for them", /liab|respons|answer|provider/i),
    ],
    absenceCosts:
      "The work, and the customers' data, move to a company that the client never chose and has no contract with.",
  },
  key_people: {
    name: "Key people",
    points: [
      point("who they are", /name|manager|lead|trainer|annex|list|role|key/i),
      point(
        "that they stay, and for how long",
        /month|year|stay|not (?:be )?(?:moved|removed|taken|withdrawn)|consent|without|keep/i,
      ),
      point("how they are replaced", /replac|success|hand ?over|equal|overlap/i),
    ],
    absenceCosts: "The people who won the contract are gone after three months, to win the next one.",
  },
  backfill: {
    name: "Replacing leavers",
    points: [
      point("how soon a leaver is replaced", /day|week|within|\d/i),
      point("at whose cost the new one is trained", /cost|expens|free|pay|charge|bill/i),
    ],
    absenceCosts: "Seats stay empty for weeks, and the client pays for training the same seat over and over.",
  },
  change_control: {
    name: "Change control",
    points: [
      point("who may ask, and who agrees", /request|agree|approv|sign|both|propos/i),
      point("in writing, with the effect on price and levels", /writ|price|effect|impact|estimate|cost|level/i),
      point("by when it is answered", /day|week|within|\d/i),
    ],
    absenceCosts: "Scope grows by e-mail, and the bill with it; a year later nobody can say what was ordered.",
  },
  disputes: {
    name: "Disputes",
    points: [
      point("the steps of escalation", /escalat|step|level|sponsor|executive|manager|first|then/i),
      point("time for each", /day|week|within|\d/i),
      point("who decides in the end", /mediat|arbitrat|court|expert|law/i),
      point("that work goes on meanwhile", /continu|meanwhile|go(?:es)? on|withhold|undisputed|suspend/i),
    ],
    absenceCosts: "A quarrel over one invoice stops the service, or drags on until one side gives up.",
  },
  liability: {
    name: "Liability",
    points: [
      point("for what each side answers", /liab|damage|loss|indemn|breach/i),
      point("up to how much", /cap|up to|limit|most|times|%|usd|eur|\d/i),
      point("what has no limit", /unlimited|no limit|except|wil?ful|gross|fraud|data|confiden/i),
    ],
    absenceCosts:
      "A leak that costs millions is made good with a month's fee, or the dispute over it costs more than the damage.",
  },
  continuity: {
    name: "Continuity",
    points: [
      point(
        "what happens when a site or a system fails",
        /site|system|fail|outage|disaster|fallback|second|back ?up|home/i,
      ),
      point("how soon the work is up again", /hour|day|within|rto|recover|\d/i),
      point("how often it is tested", /test|rehears|exercise|drill|year/i),
    ],
    absenceCosts: "A storm, a strike or a lost line stops the service, and the provider owes nothing for it.",
  },
  termination: {
    name: "Termination",
    points: [
      point("for cause: what counts as one", /cause|breach|chronic|insolven|fail|material/i),
      point("without cause, and what it costs", /convenience|without cause|any time|fee|pay|no reason/i),
      point("time to put things right", /remed|cure|days|put right|\d/i),
    ],
    absenceCosts: "A partnership that has failed runs on to its last day, for leaving would cost more than staying.",
  },
  notice: {
    name: "Notice",
    points: [
      point("how long before", /day|month|week|\d/i),
      point("in which form and to whom", /writ|letter|e-?mail|registered|to |form|address/i),
      point("whether the contract runs on without it", /renew|run|extend|automatic|expire|end/i),
    ],
    absenceCosts: "The day passes unseen, and the client is bound for another year at last year's price.",
  },
  exit: {
    name: "Exit",
    points: [
      point(
        "help by the provider, for how long and at what price",
        /help|assist|support|month|day|price|rate|cost|transition/i,
      ),
      point("knowledge, documents and data that come back", /knowledge|document|data|return|hand|transfer|record/i),
      point("people who may be taken over", /people|staff|hire|employ|agent|team/i),
    ],
    absenceCosts: "The provider knows the work and the client no longer does: leaving takes a year, so nobody leaves.",
  },
};
