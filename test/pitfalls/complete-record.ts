import { PartnershipRecord } from "../../src/governance/partnership/partnership-record.ts";

/** The day on which everything in the complete record is in place. */
export const completeAsOf = "2026-06-30";

/** What a partnership record looks like as written, when nothing is missing: each guard is in place on `completeAsOf`. */
const completeRecord = {
  partnership: "northwind-support",
  title: "Customer support of Northwind Outfitters by Cedar Contact",
  zone: "America/New_York",
  client: {
    name: "Northwind Outfitters",
    zone: "America/New_York",
    owner: "ana",
    sponsor: "joel",
    escalation: ["ana", "mira", "joel"],
    replies_within: "1 business day",
    contacts: [
      { id: "ana", name: "Ana Ferreira", hours_a_week: 12, deputy: "mira" },
      { id: "mira", name: "Mira Holt", hours_a_week: 4, deputy: "ana" },
    ],
  },
  provider: {
    name: "Cedar Contact",
    zone: "America/El_Salvador",
    sites: ["san-salvador"],
    account_manager: "rosa",
    sponsor: "teresa",
    escalation: ["rosa", "luis", "coo"],
    replies_within: "4h",
  },
  calendars: {
    "support-hours": { zone: "America/New_York", week: { "mon-fri": ["08:00-20:00"] }, holidays: ["US-NY"] },
  },
  processes: [
    {
      id: "email-support",
      owner: "ana",
      core: {
        conclusion: "outsource",
        because: "common work that several providers do well",
        on: "2025-09-01",
        scores: { strategic_importance: 2, differentiation: 1, customer_knowledge: 3, stability: 4, measurability: 5 },
      },
    },
    {
      id: "chat-support",
      owner: "mira",
      core: {
        conclusion: "outsource",
        because: "common work that several providers do well",
        on: "2025-09-02",
        scores: { strategic_importance: 2, differentiation: 2, customer_knowledge: 3, stability: 4, measurability: 5 },
      },
    },
  ],
  objectives: [
    {
      id: "faster-answers",
      outcome: "customers get a first answer within four business hours",
      metric: "first-answer-in-4h",
      supported_by: ["quality-score", "reopen-rate"],
      baseline: "61 %",
      in_90_days: "75 %",
      target: "90 % by 2026-09-30",
      owner: "ana",
    },
    {
      id: "happier-customers",
      outcome: "customers are as content as before the move, and more of them",
      metric: "csat",
      baseline: "78 %",
      in_90_days: "80 %",
      target: "85 % by 2026-12-31",
      owner: "mira",
    },
  ],
  metrics: {
    "first-answer-in-4h": {
      share_of: "work_items",
      within: "4h of support-hours",
      from: "opened_at",
      to: "first_responded_at",
      better: "higher",
    },
    csat: { share_of: "survey_responses", having: "score >= 4", better: "higher" },
    "quality-score": { mean_of: "quality_reviews", value: "score", better: "higher" },
    "reopen-rate": { share_of: "work_items", reopened_within: "14d", better: "lower" },
    "items-handled": { count_of: "work_items" },
  },
  service_levels: [
    {
      id: "first-answer",
      metric: "first-answer-in-4h",
      every: "month",
      target: "90 %",
      minimum: "85 %",
      critical: { allocation: "100 %" },
    },
    { id: "satisfaction", metric: "csat", every: "month", target: "85 %", minimum: "80 %", kpi: true },
    { id: "quality", metric: "quality-score", every: "month", target: 90, minimum: 85, kpi: true },
    { id: "reopened", metric: "reopen-rate", every: "month", target: "5 %", minimum: "8 %", kpi: true },
  ],
  contract: {
    signed: "2025-12-10",
    starts: "2026-01-01",
    ends: "2027-12-31",
    notice: "90 days",
    legal_review: { on: "2025-12-01", by: "Paula Stein" },
    at_risk: "10 % of the month's invoice",
    pricing: { model: "per-hour", rate_card: [{ item: "agent-hour", unit: "hour", price: "14.80 USD" }] },
    budget: [{ from: "2026-01-01", to: "2027-12-31", amount: "1,900,000 USD" }],
    hidden_costs: [{ item: "travel of the trainers", amount: "18,000 USD" }],
    terms: {
      scope: {
        clause: "SOW 2",
        says: "e-mail and chat of customers in support hours; returns are not part of the work",
      },
      deliverables: {
        clause: "SOW 3",
        says: "the handbook is handed over by the day in the annex and accepted in writing",
      },
      pricing: "SOW 6",
      service_levels: "SOW 4",
      credits: "SOW 5",
      definitions: "SOW annex A",
      reporting: "SOW 7",
      data_access: { clause: "MSA 9", says: "the client gets the raw records every day, and may keep them" },
      data_protection: {
        clause: "MSA 10",
        says: "personal data are kept as the client instructs, and deleted at the end",
      },
      incident_disclosure: "MSA 10.4",
      intellectual_property: { clause: "MSA 11", says: "what is made for the client belongs to the client" },
      audit: { clause: "MSA 12", says: "the client may look at the work and the records once a year, at its own cost" },
      subcontractors: { clause: "MSA 13", says: "nobody else does the work without the client's consent in writing" },
      liability: {
        clause: "MSA 15",
        says: "each side pays for damage up to the fees of a year; data are without a cap",
      },
      continuity: {
        clause: "MSA 18",
        says: "when a site fails another takes over within a day, and that is tested each year",
      },
      key_people: "SOW 8",
      backfill: "SOW 8.2",
      change_control: {
        clause: "MSA 6",
        says: "changes of scope and price are agreed in writing by both owners before they begin",
      },
      disputes: {
        clause: "MSA 14",
        says: "the owners talk first, then the sponsors; then mediation; the work goes on meanwhile",
      },
      termination: { clause: "MSA 16", says: "either side may end it for cause after 30 days to put it right" },
      notice: "MSA 16.2",
      exit: { clause: "MSA 17", plan: "exit-plan.md", owner: "mira", rehearsed: "2026-03-20", rehearse_every: "year" },
    },
    obligations: [
      {
        id: "monthly-report",
        title: "Monthly report",
        kind: "report",
        owed_by: "provider",
        owner: "rosa",
        every: "month",
      },
      { id: "forecast", title: "Forecast of volumes", owed_by: "client", owner: "ana", every: "month" },
    ],
    change_orders: [
      {
        id: "chat-hours",
        title: "Longer chat hours",
        agreed_on: "2026-02-01",
        agreed_by: ["ana", "rosa"],
        reviewed_on: "2026-02-01",
      },
    ],
  },
  forums: [
    { id: "weekly-operations", level: "operational", every: "Tuesday 10:00", attend: ["ana", "rosa"] },
    { id: "quarterly-review", level: "strategic", every: "quarter", attend: ["joel", "teresa"], topics: ["planning"] },
  ],
  milestones: [
    {
      id: "second-group",
      title: "Second group at work",
      owner: "luis",
      due: "2026-08-01",
      acceptance: "twelve people pass the final test",
      accepted_by: "ana",
    },
    {
      id: "handbook",
      title: "Handbook of chat support",
      kind: "deliverable",
      owner: "rosa",
      due: "2026-07-15",
      acceptance: "every chat topic has a page",
      accepted_by: "mira",
    },
  ],
  goals: {
    signed_on: "2026-01-15",
    signed_by: ["joel", "teresa"],
    revisit_on: "2026-12-01",
    ranked: [
      { id: "speed", goal: "faster answers", client: 1, provider: 1 },
      { id: "cost", goal: "lower cost of an answer", client: 2, provider: 3 },
      { id: "people", goal: "people who stay", client: 3, provider: 2 },
    ],
  },
  ideas: { owner: "mira", decided_in: "weekly-operations", decided_within: "20 business days" },
  culture: {
    assessed: [
      { side: "client", on: "2026-02-01", by: "Mira Holt", scores: { directness: 3, hierarchy: 4 } },
      { side: "provider", on: "2026-02-10", by: "Luis Avelar", scores: { directness: 4, hierarchy: 3 } },
    ],
    holidays_shared: true,
    training: [{ title: "Working with New York", on: "2026-02-20", for: "both" }],
  },
  decision_rights: [{ id: "refunds", decision: "refunds above 200 USD", side: "client", decides: "mira" }],
  actions: [{ id: "coach-returns", title: "Coach the returns topic", owner: "luis", due: "2026-07-31" }],
  location: {
    chosen: "san-salvador",
    because: "six shared hours more than the next place",
    on: "2025-10-01",
    by: ["joel"],
    revisit_on: "2027-01-15",
    reachable: "support-hours",
    options: [
      {
        id: "san-salvador",
        kind: "nearshore",
        country: "SV",
        holidays: "SV",
        zone: "America/El_Salvador",
        week: { "mon-fri": ["08:00-17:00"] },
        languages: ["English", "Spanish"],
        culture: { client: 4, provider: 4 },
        cost_per_hour: "14.80 USD",
        staffing_market: "large market, bilingual people easily found",
      },
      {
        id: "manila",
        kind: "offshore",
        country: "PH",
        holidays: "PH",
        zone: "Asia/Manila",
        week: { "mon-fri": ["13:00-22:00"] },
        languages: ["English"],
        culture: { client: 4, provider: 3 },
        cost_per_hour: "11.20 USD",
        staffing_market: "very large market at night rates",
      },
    ],
  },
  selection: {
    chosen: "cedar",
    on: "2025-11-20",
    evaluators: ["ana", "mira", "joel"],
    quality_scored_on: "2025-11-05",
    price_opened_on: "2025-11-10",
    criteria: [
      { id: "experience", weight: "40 %" },
      { id: "people", weight: "30 %" },
      { id: "price", kind: "price", weight: "30 %" },
    ],
    bids: [
      {
        id: "cedar",
        name: "Cedar Contact",
        price: "1,900,000 USD",
        scores: { ana: { experience: 85, people: 80 }, mira: { experience: 80, people: 85 } },
        answers: {
          solved_this_before: "Two outdoor shops of the same size since 2022",
          understands_our_metrics: "Computed first answer from our sample by hand",
          explains_past_mistakes: "Lost a client in 2023 by hiring too late",
          staffing: "Twenty four people by name from a running team",
          escalation_path: "Rosa, then Luis, then the chief operating officer",
          security: "Single sign on and screens without copy and paste",
        },
        references: [
          { company: "Birch Bikes", on: "2025-10-20", by: "ana", found: "would choose them again, slow at hiring" },
          { company: "Fern Foods", on: "2025-10-22", by: "mira", found: "reports are honest, also when bad" },
        ],
        visits: [
          { site: "san-salvador", on: "2025-10-28", by: ["mira"], found: "calm floor and experienced team leads" },
        ],
        interviews: [
          {
            with: "Luis Avelar",
            on: "2025-10-15",
            by: ["ana", "joel"],
            questions: "questions.md",
            found: "knows the work from the floor",
          },
        ],
      },
      {
        id: "larch",
        name: "Larch Line",
        price: "1,750,000 USD",
        scores: { ana: { experience: 60, people: 55 }, mira: { experience: 65, people: 60 } },
      },
    ],
  },
  business_case: {
    owner: "joel",
    on: "2025-11-01",
    starts: "2026-01-01",
    full_productivity_in_months: { p10: 3, p50: 5, p90: 8 },
    break_even_in_months: { p10: 9, p50: 14, p90: 22 },
    judged_not_before: "2026-07-01",
    assumptions: ["volumes stay within a tenth of the forecast"],
  },
  transition: {
    owner: "luis",
    starts: "2026-01-05",
    training: [{ id: "products", title: "Products and returns", from: "2026-01-05", to: "2026-01-23", owner: "luis" }],
    launch_gates: [
      {
        id: "go-live",
        kind: "go-live",
        due: "2026-02-02",
        owner: "ana",
        criteria: [{ metric: "quality-score", at_least: 85 }],
        passed_on: "2026-02-02",
      },
    ],
    ramp: [
      { on: "2026-02-01", heads: 12, productive: 6 },
      { on: "2026-06-01", heads: 24, productive: 22 },
    ],
  },
  growth: {
    owner: "ana",
    phases: [
      {
        id: "first",
        starts: "2026-01-05",
        heads: 12,
        checkpoint: {
          on: "2026-05-31",
          criteria: [
            { metric: "quality-score", at_least: 88 },
            { metric: "first-answer-in-4h", at_least: "85 %" },
          ],
          decided: "go",
          decided_on: "2026-06-02",
          decided_by: ["ana"],
        },
      },
      { id: "second", starts: "2026-06-15", heads: 24 },
    ],
  },
  surveys: [
    {
      id: "after-answer",
      kind: "csat",
      owner: "mira",
      asked: "everybody whose item was resolved, a day later",
      chosen_by: "everybody",
      acting_on_answers: "team leads call unhappy customers back within two days",
    },
  ],
  quality: {
    owner: "rosa",
    form: "qa-form.md",
    critical_errors: ["wrong refund promised"],
    sampling: { share: "3 %", chosen: "at-random" },
    double_scoring: { share: "10 %", by: "client" },
    calibration: { every: "2 weeks", attend: ["mira", "rosa"] },
    audits: { every: "quarter", by: "Mira Holt", last_on: "2026-05-12" },
    rework: "an item reopened within 14 days",
  },
  staffing: {
    roster_shared_every: "month",
    key_people: [{ agent: "a17", role: "returns expert", successor: "a31" }],
    backfill_within: "15 business days",
    retention: "a bonus after each half year and planned shifts",
    turnover_at_most: "30 %",
  },
  security: {
    owner: "rosa",
    access_control: "single sign on by role, granted and taken away by Northwind",
    access_reviewed_every: "month",
    access_reviewed_on: "2026-06-12",
    data_handling: "customer names and orders stay in the help desk, nothing is stored outside",
    incidents_told_within: "24h",
    integrations: [{ tool: "help desk", how: "named seats by single sign on, no export", removed_within: "24h" }],
  },
  evidence: [
    {
      id: "iso",
      kind: "iso-27001",
      scope: "San Salvador site, customer support",
      covers: { from: "2025-03-01", to: "2028-02-28" },
    },
  ],
  risks: [
    {
      id: "site-down",
      title: "The site cannot work",
      area: "continuity",
      owner: "luis",
      impact: 5,
      treatment: "second line and work from home",
      fallback: { plan: "work from home within two hours", tested_on: "2026-02-10", worked: true },
      review_on: "2026-09-01",
    },
    {
      id: "wages",
      title: "Wages rise faster than planned",
      area: "finance",
      owner: "mira",
      impact: 2,
      treatment: "index clause with a cap",
      review_on: "2026-10-01",
    },
  ],
  audits: [{ id: "security-audit", title: "Security audit", by: "Mira Holt", on: "2026-11-03" }],
  retained_roles: [{ id: "quality-judge", title: "Judge of quality", holder: "mira", deputy: "ana" }],
  knowledge: [
    {
      id: "email-handbook",
      process: "email-support",
      owned_by: "client",
      file: "handbook/email.md",
      reviewed_on: "2026-03-01",
    },
    {
      id: "chat-handbook",
      process: "chat-support",
      owned_by: "client",
      file: "handbook/chat.md",
      reviewed_on: "2026-04-01",
    },
  ],
};

/** A change to a written record: paths such as `objectives.0.owner` with their new value; undefined takes the key away. */
export type Edits = Readonly<Record<string, unknown>>;

/** The complete record with some of it written otherwise, read by its schema. */
export function recordWith(edits: Edits = {}): PartnershipRecord {
  const written: unknown = structuredClone(completeRecord);
  for (const [path, value] of Object.entries(edits)) write(written, path.split("."), value);
  return PartnershipRecord.parse(written);
}

function write(into: unknown, [key, ...rest]: readonly string[], value: unknown): void {
  if (key === undefined || typeof into !== "object" || into === null) throw new Error(`no place for ${key}`);
  const slots: Record<string, unknown> = Object.assign(into);
  if (rest.length > 0) write(slots[key], rest, value);
  else if (value === undefined) delete slots[key];
  else slots[key] = value;
}
