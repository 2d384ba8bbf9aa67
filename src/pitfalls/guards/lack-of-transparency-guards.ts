import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { isClause, isThere, metricInForce, serviceLevelsInForce } from "../../governance/partnership/record-reading.ts";
import type { PlainDate } from "../../values/time.ts";
import { askAll, type GuardAnswer, type GuardRule, inPlace, missing } from "./guard-rule.ts";

export const lackOfTransparencyGuards: readonly GuardRule[] = [
  { id: "data-access-right", ask: askAccess },
  { id: "reporting-duties", ask: askReporting },
  { id: "definitions-agreed", ask: askDefinitions },
];

function askAccess({ contract }: PartnershipRecord): GuardAnswer {
  const clause = contract?.terms.data_access?.clause;
  return isClause(clause)
    ? inPlace(`The right to the raw records stands in ${clause}.`, "contract.terms.data_access")
    : missing(
        "No clause gives the client a right to the raw records.",
        "Agree the right to all raw records, monthly and by machine, and name the clause under contract: terms: data_access.",
        "contract.terms.data_access",
      );
}

function askReporting(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const duties = (record.contract?.obligations ?? []).filter(
    ({ kind, owed_by: by }) => by === "provider" && (kind === "report" || kind === "data"),
  );
  const isDated = duties.some(({ every, due }) => every !== undefined || due !== undefined);
  return askAll(
    [
      { met: isClause(record.contract?.terms.reporting?.clause), lack: "no clause says what is reported" },
      { met: isDated, lack: "no reporting duty of the provider has its dates" },
      {
        met: duties.some(({ owner }) => isThere(record, owner, asOf)),
        lack: "nobody at the provider owns the reporting",
      },
    ],
    {
      done: "What the provider reports, when and by whom is agreed.",
      remedy:
        "Add an obligation with kind: report, owed_by: provider, owner:, every: and within:, and name its clause.",
      at: "contract.obligations",
    },
  );
}

function askDefinitions(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const levels = serviceLevelsInForce(record, asOf);
  const undefinedOnes = levels.filter(({ entry }) => metricInForce(record, entry.metric, asOf) === null);
  const names = undefinedOnes.map(({ entry }) => entry.id).join(", ");
  return askAll(
    [
      { met: isClause(record.contract?.terms.definitions?.clause), lack: "no clause says how figures are computed" },
      {
        met: levels.length > 0 && undefinedOnes.length === 0,
        lack:
          levels.length === 0
            ? "no service level, so no definition, is on record"
            : `no definition on record for ${names}`,
      },
    ],
    {
      done: "How each figure is computed is agreed and on record.",
      remedy:
        "Write each metric under metrics: as both sides signed it, and name the clause under contract: terms: definitions.",
      at: "contract.terms.definitions",
    },
  );
}
