import { z } from "zod";
import { TimeZone } from "../../values/time.ts";
import { factKinds, itemEvents } from "./fact-kinds.ts";

/** The systems whose exports are read without a mapping, and the two profiles that a mapping completes. */
const profileNames = [
  "canonical",
  "event-log",
  "zendesk",
  "zendesk-api",
  "freshdesk",
  "freshservice",
  "jira-service-management",
  "intercom",
  "servicenow",
  "genesys-interactions",
  "genesys-intervals",
  "five9",
  "salesforce",
  "salesforce-report",
] as const;
export const ProfileName = z.enum(profileNames);
export type ProfileName = z.infer<typeof ProfileName>;

/** How a column counts time: every duration becomes seconds. `clock` is `[h:]mm:ss`, `hours-minutes` is `h:mm`. */
export const DurationUnit = z.enum(["seconds", "minutes", "hours", "days", "milliseconds", "clock", "hours-minutes"]);
export type DurationUnit = z.infer<typeof DurationUnit>;

const ColumnNames = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

/**
 * Where one canonical column comes from: a column of the file by its header, or the longer form.
 * `from` with several names takes the first that is filled (or, with `joined_by`, all of them joined). `plus` adds the
 * duration of another column to a moment; `first_of` keeps what stands before the first such separator.
 */
export const ColumnMapping = z.union([
  ColumnNames,
  z
    .strictObject({
      from: ColumnNames.optional().describe("the column of the file, or several in order of preference"),
      always: z.union([z.string(), z.number(), z.boolean()]).optional(),
      joined_by: z.string().optional(),
      first_of: z.string().min(1).optional(),
      plus: z.string().min(1).optional(),
      values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
      pattern: z.string().min(1).optional(),
      unit: DurationUnit.optional(),
      missing: z.array(z.string()).optional(),
      unreadable: z.enum(["quarantine", "unknown"]).optional(),
    })
    .refine((mapping) => (mapping.from === undefined) !== (mapping.always === undefined), {
      message: "say either `from` (a column of the file) or `always` (the same value in every row)",
    }),
]);
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** What an activity of an event log means. `working` resumes a paused item and reopens a resolved one; `ignored` says nothing. */
export const EventMeaning = z.enum([...itemEvents, "working", "ignored"]);
export type EventMeaning = z.infer<typeof EventMeaning>;

export const EventMapping = z.union([
  EventMeaning,
  z.strictObject({
    event: EventMeaning,
    by_side: z.enum(["client", "provider", "customer"]).optional(),
    reason: z.string().optional(),
  }),
]);
export type EventMapping = z.infer<typeof EventMapping>;

export const Mapping = z.record(z.string().min(1), ColumnMapping);
export type Mapping = z.infer<typeof Mapping>;

/**
 * One entry of the record's `sources`: which files, in which form, and what the files do not say themselves.
 * `zone` is asked once where stamps carry no offset; `day_order` once where 3/4/2026 could be read both ways.
 */
export const SourceDefinition = z
  .strictObject({
    file: z.string().min(1).optional().describe("one file, seen from the folder of the record"),
    files: ColumnNames.optional().describe("a pattern such as exports/zendesk-*.csv, or a list"),
    profile: ProfileName.optional().describe(
      "the system that it was exported from; without it the header is recognised",
    ),
    kind: z
      .enum(factKinds)
      .optional()
      .describe("the kind of records that it holds, in the canonical columns or by the mapping"),
    zone: TimeZone.optional().describe("the zone of stamps that carry no offset, such as America/New_York"),
    ignore_offsets: z
      .boolean()
      .optional()
      .describe("offsets written in the file are wrong: read the wall time in zone instead"),
    skipped_times: z
      .enum(["quarantine", "shift-forward"])
      .optional()
      .describe("what becomes of wall times that the clocks skip in spring: quarantine unless said"),
    day_order: z.enum(["day-first", "month-first"]).optional().describe("how 3/4/2026 is to be read"),
    encoding: z.string().min(1).optional().describe("such as windows-1252; UTF-8 without it"),
    delimiter: z.string().min(1).max(1).optional().describe("the character between columns; found without it"),
    header_line: z
      .int()
      .min(1)
      .max(1000)
      .optional()
      .describe("the line of the names of the columns, where a title stands above them"),
    decimal: z.enum([".", ","]).optional().describe("the decimal point of numbers"),
    missing: z.array(z.string()).optional().describe("cells that mean not known, besides the empty one"),
    /** when the files came: a moment or date, or the pattern of the date in their names, such as `zendesk-{yyyy-MM-dd}.csv` */
    received_at: z.union([z.string().min(1), z.strictObject({ file_name: z.string().regex(/\{[^}]+\}/) })]).optional(),
    mapping: Mapping.optional().describe("canonical column: column of the file"),
    /** several kinds out of one file: a mapping for each */
    records: z.partialRecord(z.enum(factKinds), Mapping).optional(),
    /** event logs: what each activity means, `*` all others; activities that nothing names are reported and give no event */
    events: z.record(z.string().min(1), EventMapping).optional(),
  })
  .refine((source) => (source.file === undefined) !== (source.files === undefined), {
    message: "name the files once: `file` for one, `files` for a pattern or a list",
  })
  .refine((source) => source.records === undefined || (source.mapping === undefined && source.kind === undefined), {
    message: "`records` already says the kinds and their mappings: leave out `kind` and `mapping`",
  })
  .refine(
    (source) => source.profile !== "event-log" || ["item_id", "at", "activity"].every((name) => source.mapping?.[name]),
    {
      message: "an event log needs a `mapping` with item_id, at and activity",
    },
  )
  .refine((source) => source.ignore_offsets !== true || source.zone !== undefined, {
    message: "with `ignore_offsets` say the `zone` in which the wall times are to be read",
  });
export type SourceDefinition = z.infer<typeof SourceDefinition>;
