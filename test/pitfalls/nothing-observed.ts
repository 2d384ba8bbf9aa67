import type { ObservedRecords } from "../../src/pitfalls/observed-records.ts";

/** No record of any kind that is looked at singly. */
export const nothingObserved: ObservedRecords = {
  ...{ grants: [], roster: [], promises: [], meetings: [], ideas: [], incidents: [], invoices: [] },
  ...{
    stints: [],
    doubleScores: [],
    surveyed: [],
    workShares: [],
    restated: [],
    clocked: [],
    questions: [],
    agentReviews: [],
  },
};
