import { z } from "zod";
import { command, type ExitCode } from "../../../platform/command.ts";
import { drawnInput, review, reviewExamples } from "../review-verb.ts";

export const checkpointVerb = command({
  name: "checkpoint",
  summary: "Judge the gates of the growth plan on confidence bounds: go, hold or back",
  positional: ["folder"],
  input: drawnInput.extend({
    failOn: z.enum(["hold", "back"]).describe("exit with 1 when a gate that is due says so, or worse").optional(),
  }),
  examples: reviewExamples("checkpoint", "each criterion with its bound, and what growth would do to quality"),
  async run({ failOn, ...question }, surroundings): Promise<ExitCode> {
    const { reviewed, exit } = await review("checkpoint", question, surroundings);
    if (exit !== 0 || failOn === undefined || reviewed.kind !== "reviewed") return exit;
    const due = reviewed.review.checkpoints.filter((one) => one.due === "due");
    const isStopped = due.some(({ recommended: { decision } }) => decision === "back" || decision === failOn);
    return isStopped ? 1 : 0;
  },
});
