import { z } from "zod";
import { factKinds } from "./fact-kinds.ts";
import { EventMapping, Mapping, ProfileName } from "./source-definition.ts";

/** How one system exports: data, no code. Headers are compared without regard to case and spaces. */
export const ImportProfile = z.strictObject({
  name: ProfileName,
  title: z.string(),
  /** headers by which the export is recognised; the score is the share of them that a file has */
  signature: z.array(z.string()).min(3),
  /** headers without which it is not this export */
  required: z.array(z.string()).min(1),
  /** header → how it is called in other languages and versions */
  aliases: z.record(z.string(), z.array(z.string())).default({}),
  /** header → pattern with one group that holds the zone, for exports that name it there */
  zone_in_header: z.record(z.string(), z.string()).default({}),
  /** headers that may come more than once; their cells are joined by `; ` */
  repeated: z.array(z.string()).default([]),
  /** rows may be shorter or longer than the header */
  ragged: z.boolean().default(false),
  /** pattern of lines that are no records, such as the name of a report under its rows */
  footer: z.string().optional(),
  missing: z.array(z.string()).default([]),
  /** header → the value that says that the export is incomplete */
  incomplete_when: z.record(z.string(), z.string()).default({}),
  /** several rows per work item, each an update or an event: in which order they tell its story */
  log_order: z.enum(["time", "file"]).optional(),
  /** header whose greatest text marks the latest of several rows of one record; else the last row is the latest */
  latest_by: z.string().optional(),
  records: z.partialRecord(z.enum(factKinds), Mapping),
  events: z.record(z.string(), EventMapping).default({}),
  /** where the rules of this profile come from or what a reader should know */
  note: z.string(),
});
export type ImportProfile = z.infer<typeof ImportProfile>;
