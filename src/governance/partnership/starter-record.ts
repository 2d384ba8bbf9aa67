import type { PlainDate } from "../../values/time.ts";

/** What a starter is made for; every name is an example until it is replaced. */
export type StarterNames = {
  /** short name of the partnership: lower-case words joined by hyphens */
  readonly partnership?: string | undefined;
  readonly client?: string | undefined;
  readonly provider?: string | undefined;
  /** IANA name of the contract's zone */
  readonly zone?: string | undefined;
};

/** The year in which the starter's example of a contract begins, as it is written below. */
const yearWritten = 2026;

/**
 * An annotated partnership record to begin with: it reads without a problem as it stands, and shows, after a `#` without
 * a space, what else can be written. `schemaPath` is where an editor finds the JSON Schema, seen from the record.
 * @param today the contract of the example begins in this year, from July on in the next, so that its objective lies ahead
 */
export function starterRecord(names: StarterNames, schemaPath: string, today: PlainDate): string {
  const later = Number(today.slice(0, 4)) + (today.slice(5) >= "07-01" ? 1 : 0) - yearWritten;
  return starterText(names, schemaPath).replaceAll(/\b20\d\d(?=-\d\d-\d\d)/g, (year) => String(Number(year) + later));
}

function starterText(names: StarterNames, schemaPath: string): string {
  const partnership = written(names.partnership ?? "northwind-support");
  const client = written(names.client ?? "Northwind Outfitters");
  const provider = written(names.provider ?? "Cedar Contact");
  const zone = written(names.zone ?? "America/New_York");
  return `# yaml-language-server: $schema=${schemaPath}
#
# What two companies agreed, in one file. Read it aloud: that is what it says.
# All that follows is an example. Replace it line by line; what you leave out is reported as missing, never guessed.
# Lines that begin with # and no space are further examples: take the # away to use them.
# \`bellwether validate\` finds every slip, with its line and what to do.

partnership: ${partnership}
title: "Customer support"
zone: ${zone} # the contract's: a month begins and ends here
alarm_budget: 1 per quarter # how many false alarms are bearable

# People are named once, here, and called by their short name everywhere else.
client:
  name: ${client}
  owner: ana # answers for the partnership, day by day
  sponsor: joel # the executive who stands behind it
  escalation: [ana, joel]
  replies_within: 1 business day
  contacts:
    - { id: ana, role: head of support, hours_a_week: 8, deputy: joel }
    - { id: joel, role: chief operating officer }
provider:
  name: ${provider}
  owner: rosa
  sponsor: luis
  account_manager: rosa
  sites: [san-salvador]
  escalation: [rosa, luis]
  replies_within: 1 business day
  contacts:
    - { id: rosa, role: account manager }
    - { id: luis, role: managing director }

# When work is done. Metrics measure time on these hours only.
calendars:
  support-hours:
    zone: ${zone}
    week: { mon-fri: [08:00-18:00], sat: [09:00-13:00] }
    holidays: [US-NY]
    except:
      - { on: 2026-12-24, open: [08:00-12:00], because: half day }

# Where the raw records lie. Files in facts/ in the canonical form need no entry.
sources: []
#sources:
#  - { files: exports/zendesk-*.csv, profile: zendesk, zone: UTC }
#  - { file: hr/roster.csv, kind: staff }

# How each figure is computed: agreed once, by both sides.
metrics:
  first-answer-in-4h:
    share_of: work_items
    where: { channel: [email, chat] }
    within: 4h of support-hours
    from: opened_at
    to: first_responded_at
    better: higher
    role: speed
  csat:
    share_of: survey_responses
    where: { kind: csat, answered: true }
    having: score >= 4
    better: higher
    role: satisfaction
  review-score:
    mean_of: quality_reviews
    value: score
    better: higher
    role: quality
  reopened:
    share_of: work_items
    reopened_within: 14d
    better: lower
    role: rework

# What the partnership is for: outcomes, not tasks.
objectives:
  - id: faster-answers
    broken_today: answers take two days, and one customer in five writes twice
    outcome: customers get a first answer within four business hours
    metric: first-answer-in-4h
    supported_by: [csat, reopened]
    baseline: 61 %
    in_90_days: 75 %
    target: 90 % by 2026-09-30
    owner: ana

# What was promised. A change is a new version with a later effective_from: closed months stay as they were.
service_levels:
  - id: first-answer
    clause: SOW 4.2
    metric: first-answer-in-4h
    every: month
    target: 90 %
    minimum: 85 %
    critical: { allocation: 40 % }
    effective_from: 2026-01-01
  - id: satisfied-customers
    clause: SOW 4.3
    metric: csat
    every: month
    target: 85 %
    kpi: true # watched and reported, carries no credit

# Stretches of time that do not count, once both sides have accepted them.
exclusions: []
#exclusions:
#  - from: 2026-03-03T14:00-05:00
#    to: 2026-03-03T19:30-05:00
#    cause: the client's mail server was down
#    responsible: client
#    accepted_by: [ana, rosa]

contract:
  signed: 2025-12-10
  starts: 2026-01-01
  ends: 2027-12-31
  notice: 90 days
  at_risk: 10 % of the month's invoice # the most that missed service levels can cost
  pool: 200 %
  pricing:
    model: per-hour
    rate_card:
      - { item: agent-hour, unit: hour, price: 14.80 USD, band: 0-6000 }
      - { item: agent-hour, unit: hour, price: 13.90 USD, band: 6000+ }
  budget:
    - { from: 2026-01-01, to: 2026-12-31, amount: 1 080 000 USD }
  terms: # where the contract settles it; what is absent is a gap
    scope: SOW 2
    deliverables: SOW 3
    pricing: SOW 6
    service_levels: SOW 4
    definitions: SOW 4
    data_access: MSA 9
    disputes: MSA 14
    exit: { clause: MSA 17, plan: exit-plan.md, rehearsed: }
  obligations:
    - { id: monthly-report, title: Report of the month, kind: report, owed_by: provider, owner: rosa, every: month, within: 5 business days }
    - { id: product-training, title: Training on new products, kind: training, owed_by: client, owner: ana, every: quarter }
#  change_orders:
#    - { id: chat, title: Chat on Sundays, requested_by: client, agreed_on: 2026-04-01, agreed_by: [ana, rosa], amount: 42 000 USD }

forums:
  - { id: weekly-operations, level: operational, every: Tuesday 10:00, attend: [ana, rosa], topics: [operations] }
  - { id: quarterly-review, level: strategic, every: quarter, attend: [joel, luis], topics: [planning, improvement] }

# From here on: what keeps partnerships from going wrong. Each part guards against a pitfall; take what you have.

#processes:
#  - { id: order-questions, owner: ana, core: { conclusion: outsource, because: frequent and simple, on: 2025-09-15, scores: { strategic_importance: 2, customer_knowledge: 3 } } }

#goals:
#  signed_on: 2025-12-10
#  signed_by: [joel, luis]
#  revisit_on: 2026-12-01
#  ranked:
#    - { id: fast, goal: answers within half a day, objective: faster-answers, client: 1, provider: 2 }
#    - { id: steady, goal: volumes that can be planned for, client: 2, provider: 1 }

#location:
#  chosen: san-salvador
#  because: six hours of overlap, and half of the cost
#  on: 2025-09-30
#  by: [ana, joel]
#  reachable: support-hours # when your own people are at work
#  required: support-hours # what must be covered
#  languages: [English]
#  options:
#    - { id: san-salvador, kind: nearshore, country: El Salvador, zone: America/El_Salvador, week: { mon-fri: [07:00-16:00] }, holidays: SV, languages: [English, Spanish], cost_per_hour: 14.80 USD, wage_growth: 4 % }
#    - { id: manila, kind: offshore, country: Philippines, zone: Asia/Manila, week: { mon-fri: ["21:00-06:00"] }, holidays: PH, languages: [English], cost_per_hour: 11.20 USD, wage_growth: 6 % }
#    - { id: both, kind: hybrid, parts: [{ option: san-salvador, share: 60 % }, { option: manila, share: 40 % }] }

#selection:
#  chosen: cedar
#  because: best on quality for every weight of price up to 46 %
#  on: 2025-11-20
#  evaluators: [ana, joel]
#  quality_scored_on: 2025-11-10
#  price_opened_on: 2025-11-12
#  criteria:
#    - { id: experience, weight: 60 % }
#    - { id: price, kind: price, weight: 40 % }
#  bids:
#    - id: cedar
#      price: 2 100 000 USD
#      scores: { ana: { experience: 82 }, joel: { experience: 78 } }
#      references: [{ company: Juniper Shoes, on: 2025-10-20, by: ana, found: kept its promises through two peaks }]
#      visits: [{ site: San Salvador, on: 2025-10-28, by: [ana], found: calm floor with experienced leads }]
#      interviews: [{ with: team leads, on: 2025-10-28, by: [ana, joel], questions: interview-guide.md, found: explained a failed launch openly }]
#    - { id: maple, price: 1 650 000 USD, scores: { ana: { experience: 61 }, joel: { experience: 55 } } }

#business_case:
#  owner: joel
#  on: 2025-10-01
#  starts: 2026-01-01
#  one_off_cost: { p10: 120 000 USD, p50: 160 000 USD, p90: 240 000 USD }
#  saving_a_month: { p10: 8 000 USD, p50: 19 000 USD, p90: 27 000 USD }
#  full_productivity_in_months: { p10: 3, p50: 5, p90: 8 }
#  break_even_in_months: { p10: 9, p50: 13, p90: 22 }
#  judged_not_before: 2026-07-01
#  promises: [{ what: it pays for itself within the year, by: 2026-12-31, said_by: luis, about: break-even }]
#  months: 36 # from here on: the costs of both ways, each one figure or a range
#  currency: USD
#  work_growth_a_year: { p10: 0 %, p50: 3 %, p90: 8 % }
#  staying_in_house: { heads: 30, cost_per_head_a_month: { p10: 3 900 USD, p50: 4 200 USD, p90: 4 700 USD }, wage_growth_a_year: 3 %, turnover_a_year: 20 %, cost_per_new_hire: 4 000 USD }
#  outsourcing:
#    heads: 32
#    price_per_head_a_month: { p10: 2 300 USD, p50: 2 450 USD, p90: 2 600 USD }
#    transition: { cost: { p10: 90 000 USD, p50: 140 000 USD, p90: 240 000 USD }, months: { p10: 2, p50: 3, p90: 5 }, parallel_run_months: 2 }
#    ramp: { full_productivity_in_months: { p10: 4, p50: 6, p90: 10 }, productivity_at_start: 45 %, paid_by: client }
#    turnover_a_year: { p10: 25 %, p50: 38 %, p90: 60 % }
#    cost_per_new_hire: 1 500 USD
#    rework: { p10: 1 %, p50: 3 %, p90: 7 % }
#    governance_a_month: 9 000 USD
#    travel_a_year: 15 000 USD
#    technology_a_month: 1 500 USD
#    exit_cost: 80 000 USD
#  correlations: [{ between: [outsourcing.turnover_a_year, outsourcing.rework], is: 0.5 }]

#transition:
#  owner: ana
#  starts: 2026-01-05
#  training:
#    - { id: products, title: Products and tone of voice, from: 2026-01-05, to: 2026-01-23, owner: ana, heads: 12 }
#  launch_gates:
#    - { id: pilot, kind: pilot, due: 2026-02-02, owner: ana, criteria: [{ metric: review-score, at_least: 85, over: 2 weeks }] }
#    - { id: go-live, kind: go-live, due: 2026-03-02, owner: ana, criteria: [{ metric: csat, at_least: 80 %, over: 4 weeks }] }
#  ramp:
#    - { on: 2026-02-02, heads: 12, productive: 5 }
#    - { on: 2026-05-01, heads: 30, productive: 26 }

#growth:
#  owner: joel
#  phases:
#    - { id: email, starts: 2026-03-02, heads: 30, checkpoint: { on: 2026-06-01, criteria: [{ metric: csat, at_least: 85 %, over: 2 months }] } }
#    - { id: phone, starts: 2026-07-01, heads: 60 }

#milestones:
#  - { id: handbook, title: Process handbook handed over, kind: deliverable, side: client, owner: ana, due: 2026-01-16, acceptance: both leads have signed it, accepted_by: rosa }
#  - { id: live, title: All channels live, side: provider, owner: rosa, due: 2026-03-02, after: [handbook] }

#quality:
#  owner: ana
#  form: review-form-3
#  critical_errors: [wrong refund, personal data to the wrong person]
#  sampling: { per_agent_a_week: 3, chosen: at-random }
#  double_scoring: { share: 5 %, by: client }
#  calibration: { every: month, attend: [ana, rosa] }
#  audits: { every: half-year, by: internal audit }
#  rework: an item that is opened again within 14 days

#surveys:
#  - { id: after-answer, kind: csat, owner: ana, asked: everybody whose item was resolved, chosen_by: everybody, acting_on_answers: team leads call every unhappy customer, calls_back_within: 2 days }

#staffing:
#  roster_shared_every: month
#  key_people: [{ agent: a-017, role: team lead, successor: a-044 }]
#  backfill_within: 15 business days
#  retention: a bonus after twelve months and a path to team lead
#  turnover_at_most: 30 %

#security:
#  owner: joel
#  access_control: single sign-on with a second factor, by role, asked for by team leads and granted by the client
#  access_reviewed_every: quarter
#  data_handling: order data stay in the client's tools, nothing is stored at the site
#  incidents_told_within: 24h
#  integrations: [{ tool: help desk, how: named accounts with the agent role, single_sign_on: true, removed_within: 24h }]

#evidence:
#  - { id: iso, kind: iso-27001, scope: the site in San Salvador, covers: { from: 2025-07-01, to: 2028-06-30 } }

#risks:
#  - { id: storm, title: A storm closes the site, area: continuity, owner: rosa, likelihood: 2, impact: 5, treatment: agents work from home, fallback: { plan: continuity-plan.md, tested_on: 2026-02-14, worked: true, test_every: year }, review_on: 2026-08-01 }

#audits:
#  - { id: payment-data, title: Handling of payment data, by: internal audit, on: 2026-09-15 }

#retained_roles:
#  - { id: knowledge-lead, title: Keeper of the process handbook, holder: ana, deputy: joel }

#knowledge:
#  - { id: handbook, title: Process handbook, owned_by: client, owner: ana, file: handbook.md, reviewed_on: 2026-02-01 }

#decision_rights:
#  - { id: refunds, decision: refunds above 200 USD, side: client, decides: ana, consulted: [rosa] }

#ideas: { owner: rosa, decided_in: quarterly-review, decided_within: 30 business days }

#culture:
#  assessed:
#    - { side: client, on: 2025-10-28, scores: { directness: 4, planning: 3 } }
#    - { side: provider, on: 2025-10-30, scores: { directness: 2, planning: 4 } }
#  holidays_shared: true
#  training: [{ title: Saying no early, on: 2026-02-10, for: both }]

#actions:
#  - { id: retrain-night-shift, title: Retrain the night shift, pitfall: quality-decline, owner: rosa, due: 2026-05-15, measure: review-score, expected: 88, started: 2026-05-04 }
`;
}

/** A name as YAML: in quotes unless it is plainly words. */
function written(name: string): string {
  return /^[A-Za-z][\w/-]*( [A-Za-z][\w/-]*)*$/.test(name) ? name : JSON.stringify(name);
}
