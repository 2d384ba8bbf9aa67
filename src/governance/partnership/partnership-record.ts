import { z } from "zod";
import { CalendarDefinition } from "../../calendar/calendar-definition.ts";
import { SourceDefinition } from "../../facts/schema/source-definition.ts";
import { MetricDefinition } from "../../metrics/metric-definition.ts";
import { CreditTerms } from "../../service-levels/credit-terms.ts";
import { Exclusion } from "../../service-levels/exclusion.ts";
import { ServiceLevelDefinition } from "../../service-levels/service-level-definition.ts";
import { perYear, WrittenFrequency } from "../../values/cadence.ts";
import { Identifier } from "../../values/identifier.ts";
import { Text } from "../../values/text.ts";
import { TimeZone } from "../../values/time.ts";
import { Action } from "../action/action.ts";
import { BusinessCase } from "../business-case/business-case.ts";
import { Contract as SignedContract } from "../contract/contract.ts";
import { CulturalFit } from "../culture/cultural-fit.ts";
import { DecisionRight } from "../decision-right/decision-right.ts";
import { Evidence } from "../evidence/evidence.ts";
import { Forum } from "../forum/forum.ts";
import { SharedGoals } from "../goal/shared-goals.ts";
import { GrowthPlan } from "../growth/growth-plan.ts";
import { IdeaRegister } from "../idea/idea-register.ts";
import { KnowledgeDocument } from "../knowledge/knowledge-document.ts";
import { LocationDecision } from "../location/location-decision.ts";
import { Milestone } from "../milestone/milestone.ts";
import { Objective } from "../objective/objective.ts";
import { Client, Provider } from "../party/party.ts";
import { Process } from "../process/process-definition.ts";
import { QualityProgramme } from "../quality/quality-programme.ts";
import { RetainedRole } from "../retained-role/retained-role.ts";
import { OutsourcingRegister } from "../risk/outsourcing-register.ts";
import { Audit, Risk } from "../risk/risk.ts";
import { SecurityMeasures } from "../security/security-measures.ts";
import { Selection } from "../selection/selection.ts";
import { StaffingTerms } from "../staffing/staffing-terms.ts";
import { SurveyProgramme } from "../survey/survey-programme.ts";
import { TransitionPlan } from "../transition/transition-plan.ts";
import { versionsOf } from "./versions.ts";

/** The signed contract together with what it says about money for missed service levels. */
export const Contract = SignedContract.extend(CreditTerms.shape);
export type Contract = z.infer<typeof Contract>;

/** At one a week an alarm asks for evidence of ten weeks: hardly what chance brings in the shortest history that is read. */
const mostFalseAlarmsAYear = 365.25 / 7;

const AlarmBudget = WrittenFrequency.refine(
  (budget) => budget.count > 0 && perYear(budget) <= mostFalseAlarmsAYear + 1e-9,
  "an alarm budget is more than nothing and at most 1 per week, such as 1 per quarter",
);

/**
 * Everything that both sides agreed, as `partnership.yaml` holds it. Nearly all of it may be absent:
 * what is absent is what the guards report. Metrics and calendars hold their versions, service levels and
 * objectives may stand several times under one id: `definitionInForce` picks the version of a date.
 */
export const PartnershipRecord = z.strictObject({
  partnership: Identifier.describe("the short name of the partnership, such as northwind-support"),
  title: Text.optional().describe("its name in full"),
  zone: TimeZone.describe("the contract's zone: a month begins and ends here"),
  client: Client.describe("the company whose work it is"),
  provider: Provider.describe("the company that does the work"),
  alarm_budget: AlarmBudget.default({ count: 1, per: "quarter" }).describe(
    "how many false alarms are bearable, such as 1 per quarter",
  ),

  calendars: z.record(Identifier, versionsOf(CalendarDefinition)).default({}).describe("working hours by name"),
  sources: z.array(SourceDefinition).default([]).describe("the files with the raw records, wherever they lie"),

  processes: z.array(Process).default([]).describe("the kinds of work, and whether they are the company's core"),
  objectives: z.array(Objective).default([]).describe("what the partnership is for, as outcomes"),
  metrics: z.record(Identifier, versionsOf(MetricDefinition)).default({}).describe("how each figure is computed"),
  service_levels: z.array(ServiceLevelDefinition).default([]).describe("what was promised, and KPIs (kpi: true)"),
  exclusions: z.array(Exclusion).default([]).describe("stretches of time that do not count, and who accepted it"),
  contract: Contract.optional().describe("what was signed, and where it settles what it must settle"),

  forums: z.array(Forum).default([]).describe("meetings of both sides that come round"),
  milestones: z.array(Milestone).default([]).describe("milestones and deliverables"),
  goals: SharedGoals.optional().describe("what both sides want, ranked by each"),
  ideas: IdeaRegister.optional().describe("how ideas for improvement are decided"),
  culture: CulturalFit.optional().describe("how the ways of working fit"),
  decision_rights: z.array(DecisionRight).default([]).describe("who decides what"),
  actions: z.array(Action).default([]).describe("what is done about findings, and how it is judged"),

  location: LocationDecision.optional().describe("where the work is done, and what that was weighed against"),
  selection: Selection.optional().describe("how the provider was chosen"),
  business_case: BusinessCase.optional().describe("why it pays, as ranges"),
  transition: TransitionPlan.optional().describe("how the work moves over and comes up to speed"),
  growth: GrowthPlan.optional().describe("growth in phases, with checkpoints"),

  surveys: z.array(SurveyProgramme).default([]).describe("how customers are asked"),
  quality: QualityProgramme.optional().describe("how the quality of the work is looked at"),
  staffing: StaffingTerms.optional().describe("what was agreed about the people who do the work"),
  security: SecurityMeasures.optional().describe("how access and data are kept safe"),
  evidence: z.array(Evidence).default([]).describe("certificates and reports, with the period that they cover"),
  risks: z.array(Risk).default([]).describe("what could go wrong, and what is done about it"),
  audits: z.array(Audit).default([]).describe("looks from outside that are planned"),
  register: OutsourcingRegister.optional().describe("what a supervisor asks to know about this arrangement"),
  retained_roles: z.array(RetainedRole).default([]).describe("roles that stay with the client"),
  knowledge: z.array(KnowledgeDocument).default([]).describe("how each process is done, written down"),
});
export type PartnershipRecord = z.infer<typeof PartnershipRecord>;
