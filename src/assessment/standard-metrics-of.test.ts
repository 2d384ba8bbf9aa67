import { expect, test } from "vitest";
import { recordWith } from "../../test/pitfalls/complete-record.ts";
import { standardMetricsOf } from "./standard-metrics-of.ts";

test("what the record agrees is what its standard metrics are held against", () => {
  const metrics = standardMetricsOf(
    recordWith({
      "client.calendar": "support-hours",
      "security.incidents_told_within": "36h",
      forums: [
        { id: "weekly-operations", level: "operational", attend: ["ana", "rosa"] },
        { id: "quarterly-review", level: "strategic", attend: ["joel", "rosa"] },
      ],
    }),
  );
  expect(metrics["replied-in-time-client"]?.within).toBe("1 business days of support-hours");
  expect(metrics["replied-in-time-provider"]?.within).toBe("4h");
  expect(metrics["incidents-told-in-time"]?.within).toBe("36h");
  expect(metrics["client-sponsor-present"]?.where).toEqual({ held: true, forum: ["quarterly-review"] });
  // The provider's sponsor attends no forum on record: then every forum counts.
  expect(metrics["provider-sponsor-present"]?.where).toEqual({ held: true });
  expect(metrics["core-work-share"]?.having).toBe("process is not one of email-support, chat-support");
});

test("a process that is to be kept is not handed over, and without any nothing is said of work outside them", () => {
  const kept = standardMetricsOf(recordWith({ "processes.0.core.conclusion": "keep" }));
  expect(kept["core-work-share"]?.having).toBe("process is not one of chat-support");
  expect(standardMetricsOf(recordWith({ processes: [] }))).not.toHaveProperty("core-work-share");
  expect(standardMetricsOf(null)).not.toHaveProperty("core-work-share");
});

test("business days without a calendar are no limit that can be measured", () => {
  expect(standardMetricsOf(recordWith({}))["replied-in-time-client"]?.within).toBe("1d");
});
