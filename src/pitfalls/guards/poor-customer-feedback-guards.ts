import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { isThere, type Placed, placed } from "../../governance/partnership/record-reading.ts";
import type { SurveyProgramme } from "../../governance/survey/survey-programme.ts";
import { isSaid } from "../../values/filler.ts";
import type { PlainDate } from "../../values/time.ts";
import { askEach, type GuardAnswer, type GuardRule } from "./guard-rule.ts";

export const poorCustomerFeedbackGuards: readonly GuardRule[] = [
  { id: "survey-programme", ask: askProgramme },
  { id: "who-is-asked", ask: askWhom },
  { id: "answers-lead-to-action", ask: askAction },
];

function askProgramme(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askSurveys(record, {
    key: "owner",
    fault: ({ owner }) => (isThere(record, owner, asOf) ? null : "has no owner"),
    done: "Customers are asked, and somebody owns it.",
    remedy: "Add a survey under surveys: with its kind: and owner:.",
  });
}

function askWhom(record: PartnershipRecord): GuardAnswer {
  return askSurveys(record, {
    key: "asked",
    fault: ({ asked, chosen_by: by, share_asked: share }) => {
      if (!isSaid(asked, 3)) return "does not say who is asked";
      if (by === undefined) return "does not say how those who are asked are chosen";
      if (by === "provider") return "lets the provider choose whom to ask";
      return share === 0 ? "asks 0 % of customers" : null;
    },
    done: "Who is asked is agreed, and the provider does not choose.",
    remedy: "Say asked: in a sentence and chosen_by: everybody or at-random; send it from the client's system.",
  });
}

function askAction(record: PartnershipRecord): GuardAnswer {
  return askSurveys(record, {
    key: "acting_on_answers",
    fault: ({ acting_on_answers: acting }) => (isSaid(acting, 4) ? null : "does not say how answers lead to action"),
    done: "How answers lead to action is agreed.",
    remedy: "Say in a sentence who reads low answers, by when, and what follows.",
  });
}

function askSurveys(
  record: PartnershipRecord,
  words: { key: string; fault: (survey: SurveyProgramme) => string | null; done: string; remedy: string },
): GuardAnswer {
  const { key, fault, done, remedy } = words;
  return askEach<Placed<SurveyProgramme>>({
    entries: placed(record.surveys),
    noun: ["survey", "surveys"],
    nameOf: ({ entry }) => entry.id,
    at: ({ index }) => `surveys[${index}].${key}`,
    fault: ({ entry }) => fault(entry),
    done,
    remedy,
    none: { message: "No survey of customers is on record.", at: "surveys" },
  });
}
