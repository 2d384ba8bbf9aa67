import { z } from "zod";
import { command, type ExitCode } from "../../../platform/command.ts";
import { review, reviewExamples, reviewInput } from "../review-verb.ts";

export const invoiceVerb = command({
  name: "invoice",
  summary: "Check every invoice line against the contract, what was measured and the credits due: accept or dispute",
  positional: ["folder"],
  input: reviewInput.extend({
    failOn: z
      .enum(["dispute", "cannot-tell"])
      .describe("exit with 1 when something is to be disputed, or already when something cannot be told")
      .optional(),
  }),
  examples: [
    ...reviewExamples("invoice", "what to dispute and for how much, with the working of each line"),
    { line: "bellwether invoice my-partnership --fail-on dispute", does: "for a payment run: exit code 1 stops it" },
  ],
  async run({ failOn, ...question }, surroundings): Promise<ExitCode> {
    const { reviewed, exit } = await review("invoice", question, surroundings);
    if (exit !== 0 || failOn === undefined || reviewed.kind !== "reviewed") return exit;
    const isDisputed = reviewed.review.invoices.some(({ disputed }) => Number(disputed.amount) !== 0);
    const isOpen = reviewed.review.invoices.some(({ cannotTell }) => Number(cannotTell.amount) !== 0);
    return isDisputed || (failOn === "cannot-tell" && isOpen) ? 1 : 0;
  },
});
