import { z } from "zod";

/** Words that a person wrote and another will read; never empty. */
export const Text = z.string().trim().min(1, "a text stands here, and it is empty");
