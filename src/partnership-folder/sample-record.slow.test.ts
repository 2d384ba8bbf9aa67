import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPartnership } from "./read-partnership.ts";

const sample = join(process.env.BELLWETHER_SHARED ?? "../shared", "partnership.sample.yaml");

test.skipIf(!existsSync(sample))(
  "the sample record reads as it stands (skipped where ../shared is absent)",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "bellwether-sample-"));
    cpSync(sample, join(folder, "partnership.yaml"));
    const { record, problems } = await readPartnership(folder);
    rmSync(folder, { recursive: true });
    expect(problems).toEqual([]);
    expect(record?.service_levels.length).toBeGreaterThan(0);
  },
);
