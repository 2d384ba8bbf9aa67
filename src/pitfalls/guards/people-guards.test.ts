import { expect, test } from "vitest";
import { completeAsOf, recordWith } from "../../../test/pitfalls/complete-record.ts";
import { testGuards } from "../../../test/pitfalls/guard-table.ts";
import { pitfallIds } from "../pitfall-definition.ts";
import { guardState } from "./guard-rule.ts";
import { askGuards, guardRules } from "./guard-rules.ts";

testGuards("communication-breakdown", {
  "contacts-on-both-sides": {
    partial: { provider: { name: "Cedar Contact" } },
    missing: { provider: { name: "Cedar Contact" }, client: { name: "Northwind Outfitters" } },
    fooled: { provider: { name: "Cedar Contact", account_manager: "ana" } },
  },
  "escalation-path": {
    partial: { "provider.escalation": ["rosa"], "provider.sponsor": undefined },
    missing: {
      "provider.escalation": [],
      "provider.sponsor": undefined,
      "client.escalation": [],
      "client.sponsor": undefined,
    },
    fooled: { "provider.escalation": ["rosa", "tbd"], "provider.sponsor": undefined },
  },
  "forums-with-a-cadence": {
    partial: { "forums.1.every": undefined },
    missing: { forums: [] },
    fooled: { "forums.0.attend": ["ana", "tbd"] },
  },
  "reply-time-agreed": {
    partial: { "client.replies_within": undefined },
    missing: { "client.replies_within": undefined, "provider.replies_within": undefined },
    fooled: { "provider.replies_within": "0h" },
  },
});

testGuards("weak-ownership", {
  "processes-have-client-owners": {
    partial: { "processes.0.owner": undefined },
    missing: { processes: [] },
    fooled: { "provider.contacts": [{ id: "ana" }] },
  },
  "owners-have-time-and-deputy": {
    partial: { "client.contacts.1.hours_a_week": 0 },
    missing: { "client.contacts": [] },
    fooled: { "client.contacts.0.deputy": "ana" },
  },
  "actions-have-owners": {
    partial: { "actions.1": { id: "write-page", title: "Write the page" } },
    missing: { "actions.0.owner": undefined },
    fooled: { "actions.0.owner": "everyone" },
  },
});

testGuards("loss-of-control", {
  "retained-roles-filled": {
    partial: { "retained_roles.1": { id: "planner", title: "Planner" } },
    missing: { retained_roles: [] },
    fooled: { "retained_roles.0.holder": "rosa" },
  },
  "documents-owned-by-client": {
    partial: { "knowledge.1.owned_by": "provider" },
    missing: { knowledge: [] },
    fooled: { "knowledge.1.reviewed_on": "2024-04-01" },
  },
  "decision-rights": {
    partial: { "decision_rights.1": { id: "hiring", decision: "hiring of leads", side: "provider" } },
    missing: { decision_rights: [] },
    fooled: { "decision_rights.0.decides": "rosa" },
  },
  "exit-rehearsed": {
    partial: { "contract.terms.exit": { clause: "MSA 17", plan: "exit-plan.md" } },
    missing: { contract: undefined },
    fooled: { "contract.terms.exit.rehearsed": "2026-09-20" },
  },
});

test("somebody who has left, or is called TBD under a real id, owns nothing", () => {
  const ownerState = (contacts: unknown) => {
    const record = recordWith({ "client.contacts": contacts });
    return askGuards("weak-ownership", record, completeAsOf).find(({ id }) => id === "processes-have-client-owners");
  };
  expect(ownerState([{ id: "ana", left_on: "2026-06-29" }, { id: "mira" }])?.message).toBe(
    "1 of 2 processes: email-support has no owner.",
  );
  expect(ownerState([{ id: "ana", name: "TBD" }, { id: "mira" }])?.state).toBe("partial");
  expect(ownerState([{ id: "ana", left_on: "2026-06-30" }, { id: "mira" }])?.state).toBe("in-place");
});

test("the complete record has all its guards, and an empty one none", () => {
  const empty = recordWith(
    Object.fromEntries(
      Object.keys(recordWith())
        .filter((key) => !["partnership", "zone", "client", "provider", "alarm_budget"].includes(key))
        .map((key) => [key, undefined]),
    ),
  );
  const bare = {
    ...empty,
    client: { ...empty.client, ...nobody },
    provider: { ...empty.provider, ...nobody, account_manager: undefined },
  };
  for (const id of pitfallIds) {
    expect([id, guardState(askGuards(id, recordWith(), completeAsOf))]).toEqual([id, "in-place"]);
    const open = askGuards(id, bare, completeAsOf).filter(({ id: check }) => check !== "actions-have-owners");
    expect([id, open.map(({ state }) => state)]).toEqual([id, open.map(() => "missing")]);
  }
});

const nobody = { owner: undefined, sponsor: undefined, contacts: [], escalation: [], replies_within: undefined };

test("every pitfall has a check, and no two checks share an id", () => {
  const ids = pitfallIds.flatMap((pitfall) => guardRules[pitfall].map(({ id }) => id));
  expect(pitfallIds.every((pitfall) => guardRules[pitfall].length > 0)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});
