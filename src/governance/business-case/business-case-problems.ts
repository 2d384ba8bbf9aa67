import { closestWord } from "../../values/closest-word.ts";
import type { PathProblem } from "../../values/problem.ts";
import type { BusinessCase } from "./business-case.ts";
import { type CaseInput, caseInputs } from "./case-input.ts";
import { contradicts } from "./correlated-scores.ts";

/** What keeps a case from being worked out; paths lead from the top of the record. */
export function businessCaseProblems(made: BusinessCase): readonly PathProblem[] {
  const inputs = caseInputs(made);
  return [
    ...inputs.flatMap((input) => [...boundProblems(input), ...currencyProblems(made, input)]),
    ...correlationProblems(made, inputs),
    ...dateProblems(made),
    ...halfCase(made),
  ];
}

/** Why there is nothing to work out; null when there is. */
export function whyUnknown(made: BusinessCase): string | null {
  if (made.saving_a_month !== undefined) return null;
  if (made.outsourcing === undefined && made.staying_in_house === undefined) {
    return "the case says neither what both ways cost nor what is saved a month";
  }
  if (made.outsourcing === undefined) return "the case does not say what outsourcing costs";
  return made.staying_in_house === undefined ? "the case does not say what staying in-house costs" : null;
}

/** The currency in which a case is worked out: as it says, or the only one of its amounts. */
export function caseCurrency(made: BusinessCase): string | null {
  if (made.currency !== undefined) return made.currency;
  const used = new Set(caseInputs(made).flatMap(({ currency }) => currency ?? []));
  const [only] = used;
  return used.size === 1 && only !== undefined ? only : null;
}

function problem(name: string, code: string, message: string, hint: string): PathProblem {
  return { code, path: ["business_case", ...name.split(".")], message, hint };
}

function boundProblems({ name, range, least, most, unit }: CaseInput): readonly PathProblem[] {
  if (range.p10 >= least && range.p90 <= most) return [];
  const what = unit === "money" ? "negative-amount" : "out-of-range";
  const value = range.p10 < least ? range.p10 : range.p90;
  const hint = most === 1 ? "a share lies between 0 % and 100 %" : "a cost is written as a positive amount";
  return [problem(name, what, `${name} may not be ${value}`, hint)];
}

function currencyProblems(made: BusinessCase, { name, currency }: CaseInput): readonly PathProblem[] {
  const into = caseCurrency(made);
  if (currency === null || currency === into) return [];
  if (into === null) {
    return [
      problem(
        name,
        "currency-without-rate",
        `${name} is in ${currency} and other amounts are not`,
        "say in which currency the case is worked out, and the exchange_rates of the others",
      ),
    ];
  }
  if (made.exchange_rates[currency] !== undefined) return [];
  const message = `${name} is in ${currency}, the case in ${into}, and no rate is given`;
  return [
    problem(
      name,
      "currency-without-rate",
      message,
      `say exchange_rates: { ${currency}: … }, what one ${currency} is worth in ${into}`,
    ),
  ];
}

function correlationProblems(made: BusinessCase, inputs: readonly CaseInput[]): readonly PathProblem[] {
  const names = inputs.map(({ name }) => name);
  const pairs = made.correlations.map(({ between }) => between.toSorted().join(" "));
  const each = made.correlations.flatMap(({ between }, index): readonly PathProblem[] => {
    const place = `correlations.${index}`;
    const at = (code: string, message: string, hint: string): PathProblem => ({
      code,
      path: ["business_case", "correlations", index, "between"],
      message,
      hint,
    });
    const unknown = between.filter((name) => !names.includes(name));
    if (unknown.length > 0) {
      return unknown.map((name) => {
        const near = closestWord(name, names);
        const hint = near === null ? `inputs of this case are ${names.join(", ")}` : `did you mean ${near}?`;
        return at("unknown-input", `the case has no input called ${JSON.stringify(name)}`, hint);
      });
    }
    if (between[0] === between[1])
      return [at("correlated-with-itself", `${between[0]} goes with itself anyway`, "name two inputs")];
    if (pairs.indexOf(pairs[index] ?? place) < index)
      return [at("duplicate-correlation", "these two are named twice", "keep one")];
    return [];
  });
  if (each.length > 0 || !contradicts(made.correlations)) return each;
  const message = "no figures can go together in all of these ways at once";
  const hint = "what goes with the same input goes together too: bring the correlations nearer to 0";
  return [{ code: "correlations-contradict", path: ["business_case", "correlations"], message, hint }];
}

function dateProblems(made: BusinessCase): readonly PathProblem[] {
  return made.promises.flatMap(({ by, about, saving_a_month: saving }, index): readonly PathProblem[] => {
    const path = ["business_case", "promises", index];
    if (about === "saving" && saving === undefined) {
      return [
        {
          code: "promise-without-amount",
          path: [...path, "about"],
          message: "a promise about a saving says how much",
          hint: "add saving_a_month: 19 000 USD",
        },
      ];
    }
    if (saving !== undefined && caseCurrency(made) !== null && saving.currency !== caseCurrency(made)) {
      const message = `the promise is in ${saving.currency}, the case in ${caseCurrency(made)}`;
      return [
        {
          code: "currency-without-rate",
          path: [...path, "saving_a_month"],
          message,
          hint: "write it in the currency of the case",
        },
      ];
    }
    if (made.starts === undefined || by >= made.starts) return [];
    const message = `this was promised for ${by}, before the case starts on ${made.starts}`;
    return [{ code: "before-the-case", path: [...path, "by"], message, hint: "check this date and starts" }];
  });
}

function halfCase(made: BusinessCase): readonly PathProblem[] {
  const out = made.outsourcing;
  if (out === undefined) return [];
  const found: PathProblem[] = [];
  if (out.charge_a_month === undefined && out.price_per_head_a_month === undefined) {
    found.push(
      problem(
        "outsourcing",
        "charge-unknown",
        "what the provider charges is not said",
        "give charge_a_month, or heads and price_per_head_a_month",
      ),
    );
  }
  if (made.staying_in_house === undefined) {
    found.push(
      problem(
        "outsourcing",
        "nothing-to-compare",
        "staying in-house is not costed",
        "add staying_in_house with heads and cost_per_head_a_month",
      ),
    );
  }
  return found;
}
