import { z } from "zod";
import { PlainDate } from "../../values/time.ts";

export const folderOption = z.string().describe("the partnership's folder, with its partnership.yaml");
export const asOfOption = PlainDate.meta({
  word: "date",
  description: "use only what was known by the end of this day, YYYY-MM-DD; today without it",
}).optional();
export const jsonOption = z.boolean().describe("print JSON for machines").optional();
export const reportOption = z
  .string()
  .meta({ word: "file", description: "also write the report as one HTML file" })
  .optional();
