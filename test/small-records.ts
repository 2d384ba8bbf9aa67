import { CalendarDefinition } from "../src/calendar/calendar-definition.ts";
import type { PlanContext } from "../src/metrics/plan-metric.ts";
import { standardMetrics } from "../src/metrics/standard-metrics.ts";

/** Lisbon, summer: UTC+1. Hours 09:00–17:00 there are 08:00–16:00 UTC. 2026-06-01 is a Monday. */
export const smallContext: PlanContext = {
  zone: "Europe/Lisbon",
  calendars: {
    office: CalendarDefinition.parse({ zone: "Europe/Lisbon", week: { "mon-fri": ["09:00-17:00"] } }),
  },
  metrics: standardMetrics(),
};

export const answeredIn4h = {
  share_of: "work_items",
  within: "4h of office",
  from: "opened_at",
  to: "first_responded_at",
} as const;

/** A few records of every kind that metrics read, small enough to count by hand. */
export const smallRecords = `
INSERT INTO work_items BY NAME
SELECT item_id, team, CAST(opened AS TIMESTAMP) AS opened_at, CAST(answered AS TIMESTAMP) AS first_responded_at,
  CAST(resolved AS TIMESTAMP) AS resolved_at, CAST(closed AS TIMESTAMP) AS closed_at, handled AS handle_seconds, escalated,
  MAP {'region': region} AS attributes
FROM (VALUES
  -- A: answered after 2 h open (in time); B: after 5 h open over night (late); C: at night, exactly 4 h used up (in time)
  ('A', 'red',  '2026-06-01 08:00', '2026-06-01 10:00', '2026-06-01 12:00', '2026-06-03 12:00', 600, true,  'north'),
  ('B', 'red',  '2026-06-01 14:00', '2026-06-02 11:00', '2026-06-02 12:00', NULL,               300, false, 'south'),
  ('C', 'red',  '2026-06-02 12:00', '2026-06-02 22:00', '2026-06-08 12:00', NULL,               900, NULL,  'north'),
  -- D: never answered, deadline Wednesday 12:00; E: opened Friday 15:00, in time on Monday 10:59; F: next week, late
  ('D', 'blue', '2026-06-03 08:00', NULL,               NULL,               NULL,               NULL, NULL, NULL),
  ('E', 'blue', '2026-06-05 15:00', '2026-06-08 10:59', '2026-06-10 09:00', NULL,               100, false, 'north'),
  ('F', 'blue', '2026-06-09 08:00', '2026-06-09 13:00', '2026-06-09 14:00', NULL,               200, true,  'north'),
  ('G', NULL,   '2026-06-09 09:00', NULL,               NULL,               NULL,               NULL, NULL, 'north')
) AS item(item_id, team, opened, answered, resolved, closed, handled, escalated, region);

INSERT INTO item_events BY NAME
SELECT item_id, CAST("at" AS TIMESTAMP) AS "at", event, by_side, reason, row_number() OVER () AS line
FROM (VALUES
  ('B', '2026-06-01 15:00', 'paused', 'customer', 'waiting'), ('B', '2026-06-02 09:30', 'resumed', 'customer', NULL),
  ('D', '2026-06-03 09:00', 'paused', 'provider', 'parts'),
  ('F', '2026-06-09 09:00', 'paused', 'customer', 'waiting'), ('F', '2026-06-09 09:30', 'paused', 'customer', 'waiting'),
  ('F', '2026-06-09 09:59', 'resumed', 'customer', NULL),
  ('A', '2026-06-01 12:00', 'resolved', 'provider', NULL), ('A', '2026-06-04 12:00', 'reopened', 'customer', NULL),
  ('B', '2026-06-02 12:00', 'resolved', 'provider', NULL), ('B', '2026-06-20 12:00', 'reopened', 'customer', NULL),
  ('C', '2026-06-03 12:00', 'resolved', 'provider', NULL), ('C', '2026-06-05 12:00', 'reopened', 'customer', NULL),
  ('C', '2026-06-08 12:00', 'resolved', 'provider', NULL)
) AS happened(item_id, "at", event, by_side, reason);

INSERT INTO survey_responses BY NAME
SELECT id AS response_id, kind, CAST(sent AS TIMESTAMP) AS sent_at, CAST(answered AS TIMESTAMP) AS answered_at, score, most AS scale_max
FROM (VALUES
  ('1', 'csat', '2026-06-01 12:00', '2026-06-02 12:00', 5, 5), ('2', 'csat', '2026-06-01 12:00', '2026-06-09 12:00', 3, 5),
  ('3', 'csat', '2026-06-01 12:00', NULL, NULL, 5),            ('4', 'csat', '2026-06-02 12:00', '2026-06-02 13:00', 6, 7),
  ('5', 'nps', '2026-06-02 12:00', '2026-06-02 13:00', 10, 10), ('6', 'nps', '2026-06-02 12:00', '2026-06-02 14:00', 2, 10),
  ('7', 'nps', '2026-06-02 12:00', '2026-06-02 15:00', 9, 10), ('8', 'nps', '2026-06-02 12:00', '2026-06-02 16:00', 7, 10)
) AS answer(id, kind, sent, answered, score, most);

INSERT INTO quality_reviews BY NAME
SELECT id AS review_id, CAST("at" AS TIMESTAMP) AS reviewed_at, side AS reviewer_side, score, critical AS critical_errors, twice AS double_of
FROM (VALUES
  ('1', '2026-06-01 12:00', 'client', 90, 0, NULL), ('2', '2026-06-02 12:00', 'client', 70, 2, NULL),
  ('3', '2026-06-02 12:00', 'provider', 95, NULL, NULL), ('4', '2026-06-03 12:00', 'client', 10, 1, '3')
) AS review(id, "at", side, score, critical, twice);

-- Agent 3 came in May, agent 1 in January.
UPDATE work_items SET agent_id = '3' WHERE item_id IN ('A', 'B');
UPDATE work_items SET agent_id = '1' WHERE item_id IN ('C', 'E');
UPDATE quality_reviews SET agent_id = CASE review_id WHEN '2' THEN '3' ELSE '1' END;

INSERT INTO complaints BY NAME SELECT * FROM (VALUES ('1', TIMESTAMP '2026-06-03 10:00'), ('2', TIMESTAMP '2026-06-15 10:00'))
  AS complaint(complaint_id, received_at);

INSERT INTO staff BY NAME
SELECT agent AS agent_id, CAST(hired AS DATE) AS hired_on, CAST(gone AS DATE) AS left_on, why AS leave_kind
FROM (VALUES ('1', '2026-01-01', NULL, NULL), ('2', '2026-01-01', '2026-06-15', 'voluntary'),
  ('3', '2026-05-01', '2026-06-30', 'involuntary'), ('4', '2026-01-01', '2026-06-10', 'transfer'), ('5', '2026-06-21', NULL, NULL)
) AS person(agent, hired, gone, why);

INSERT INTO access_grants BY NAME
SELECT agent AS agent_id, system, DATE '2026-05-01' AS granted_on, CAST(revoked AS DATE) AS revoked_on
FROM (VALUES ('1', 'tickets', NULL), ('2', 'tickets', '2026-06-16'), ('2', 'orders', '2026-06-20'), ('3', 'tickets', NULL),
  ('4', 'tickets', NULL)) AS access(agent, system, revoked);

INSERT INTO commitments BY NAME
SELECT id AS commitment_id, 'milestone' AS kind, 'provider' AS owner_side, DATE '2026-05-01' AS made_on,
  CAST(promised AS DATE) AS first_due_on, CAST(due AS DATE) AS due_on, CAST(done AS DATE) AS done_on
FROM (VALUES ('1', '2026-06-05', '2026-06-05', '2026-06-05'), ('2', '2026-06-05', '2026-06-10', '2026-06-08'),
  ('3', '2026-06-09', '2026-06-09', NULL), ('4', '2026-06-20', '2026-06-20', '2026-06-25'), ('5', '2026-07-01', '2026-07-01', NULL)
) AS promise(id, promised, due, done);

INSERT INTO meetings BY NAME SELECT * FROM (VALUES
  ('1', 'weekly', TIMESTAMP '2026-06-02 09:00', TIMESTAMP '2026-06-02 09:00', true, TIMESTAMP '2026-06-04 09:00'),
  ('2', 'weekly', TIMESTAMP '2026-06-09 09:00', NULL, NULL, NULL),
  ('3', 'weekly', TIMESTAMP '2026-06-16 09:00', TIMESTAMP '2026-06-17 09:00', false, NULL)
) AS meeting(meeting_id, forum, planned_at, held_at, client_sponsor_present, minutes_sent_at);

INSERT INTO messages BY NAME SELECT * FROM (VALUES
  ('1', 'x', TIMESTAMP '2026-06-01 09:00', 'client', 'question'), ('2', 'x', TIMESTAMP '2026-06-01 11:00', 'client', 'update'),
  ('3', 'x', TIMESTAMP '2026-06-01 12:00', 'provider', 'answer'), ('4', 'y', TIMESTAMP '2026-06-02 15:00', 'provider', 'request'),
  ('5', 'y', TIMESTAMP '2026-06-03 09:00', 'client', 'answer'), ('6', 'z', TIMESTAMP '2026-06-03 09:00', 'client', 'question')
) AS message(message_id, thread_id, sent_at, from_side, kind);

INSERT INTO invoices BY NAME SELECT '1' AS invoice_id, DATE '2026-06-01' AS period_start, DATE '2026-06-30' AS period_end,
  DATE '2026-07-03' AS issued_on, 'EUR' AS currency, 1234.5 AS total;

INSERT INTO invoice_lines BY NAME SELECT '1' AS invoice_id, * FROM (VALUES ('1', 'agent-hour', 100, 'hour'),
  ('2', 'agent-hour', 10, 'h'), ('3', NULL, 7, 'hour')) AS billed(line, rate_item, quantity, unit);

INSERT INTO staff_hours BY NAME SELECT '1' AS agent_id, * FROM (VALUES (DATE '2026-06-03', 60), (DATE '2026-06-04', 40))
  AS worked(date, billable_hours);

INSERT INTO ideas BY NAME SELECT * FROM (VALUES ('1', DATE '2026-04-29', DATE '2026-05-29'), ('2', DATE '2026-05-13', NULL),
  ('3', DATE '2026-06-05', NULL)) AS idea(idea_id, submitted_at, decided_at);

INSERT INTO incidents BY NAME SELECT * FROM (VALUES
  ('1', TIMESTAMP '2026-06-01 08:00', TIMESTAMP '2026-06-01 09:00', TIMESTAMP '2026-06-02 08:00', NULL),
  ('2', TIMESTAMP '2026-06-01 08:00', TIMESTAMP '2026-06-01 09:00', TIMESTAMP '2026-06-04 09:00', TIMESTAMP '2026-06-05 09:00')
) AS incident(incident_id, occurred_at, detected_at, disclosed_at, resolved_at);
`;
