import { z } from "zod";

/** One definition, or several versions of it in a list, each with its `effective_from`. Output: always the list. */
export function versionsOf<T extends z.ZodType>(definition: T) {
  return z.union([z.array(definition).min(1), definition.transform((only) => [only])]);
}
