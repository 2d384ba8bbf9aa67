import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FactStore } from "../fact-store.ts";
import { loadFacts } from "../load-facts.ts";
import { importProfiles } from "../recognise-profile.ts";
import { SourceDefinition } from "../schema/source-definition.ts";

const folder = join(import.meta.dirname, "fixtures");

/** What the exports do not say themselves: the zone of their clocks, the order of day and month. */
const asked: Readonly<Record<string, object>> = {
  zendesk: { zone: "America/New_York" },
  freshdesk: { zone: "America/New_York" },
  freshservice: { zone: "Europe/London" },
  "jira-service-management": { zone: "Europe/Berlin" },
  servicenow: { zone: "UTC", day_order: "day-first" },
  "genesys-interactions": { zone: "America/El_Salvador" },
  "genesys-intervals": { zone: "America/El_Salvador" },
  five9: { zone: "America/Chicago" },
  "salesforce-report": { zone: "America/New_York" },
};
const systems = importProfiles.map((profile) => profile.name);

test.each(systems)(
  "an export of %s is recognised by its header and gives the rows of its golden file",
  async (name) => {
    const file = readdirSync(folder).find(
      (entry) => /\.(csv|ndjson)$/.test(entry) && entry.replace(/\.[a-z]+$/, "") === name,
    );
    const store = await FactStore.open();
    try {
      const report = await loadFacts(store, [SourceDefinition.parse({ file, ...asked[name] })], { folder });
      const [one] = report.files;
      expect(one).toMatchObject({ profile: name, quarantined: 0 });
      const rows = {
        recognised: one?.recognisedAs,
        read: one?.read,
        footerLines: one?.footerLines,
        notices: report.notices,
        work_items: await store.rows('SELECT * EXCLUDE ("source", received_at) FROM work_items ORDER BY item_id'),
        item_events: await store.rows(
          `SELECT item_id, "at", event, by_side, agent_id, reason FROM item_events ORDER BY line, event`,
        ),
      };
      const golden = join(folder, `${name}.golden.json`);
      if (process.env.BELLWETHER_GOLDEN === "write") writeFileSync(golden, `${JSON.stringify(rows, null, 1)}\n`);
      expect(`${JSON.stringify(rows, null, 1)}\n`).toBe(readFileSync(golden, "utf8"));
    } finally {
      store.close();
    }
  },
);
