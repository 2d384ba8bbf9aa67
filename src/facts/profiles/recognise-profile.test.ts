import { expect, test } from "vitest";
import { importProfiles, leastScore, recogniseProfile } from "../recognise-profile.ts";
import { ProfileName } from "../schema/source-definition.ts";

const systems = importProfiles.map((profile) => profile.name);

test("every profile but the two that a mapping completes has its system", () => {
  expect([...systems, "canonical", "event-log"].sort()).toEqual([...ProfileName.options].sort());
});

test("each signature is recognised as its own and leads the next, in any order and case", () => {
  for (const profile of importProfiles) {
    const header = [...profile.signature].reverse().map((name) => ` ${name.toUpperCase()} `);
    const { profile: found, scores } = recogniseProfile(header);
    expect(found?.name).toBe(profile.name);
    expect(scores[0]?.score).toBe(1);
  }
});

test("a header that belongs to nobody is not guessed", () => {
  expect(recogniseProfile(["Id", "Status", "Created at", "Amount"]).profile).toBeNull();
  expect(recogniseProfile([]).profile).toBeNull();
  const half = importProfiles[0]?.signature.filter((_, index) => index % 3 === 0) ?? [];
  const { profile, scores } = recogniseProfile([...half, "Id", "Created at", "Status"]);
  expect(profile).toBeNull();
  expect(scores[0]?.score).toBeLessThan(leastScore);
});
