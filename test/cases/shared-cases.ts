import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const shared = process.env.BELLWETHER_SHARED ?? "../shared";

/** The text of a shared case file, or null where the shared folder is absent. */
export function readSharedText(path: string): string | null {
  const file = join(shared, path);
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

/** Whether two figures agree to a relative tolerance, beyond the twelve decimals that case files print; nulls agree with each other. */
export function isClose(actual: number | null | undefined, expected: number | null, tolerance: number): boolean {
  if (actual === null || actual === undefined || expected === null) return (actual ?? null) === expected;
  return Math.abs(actual - expected) <= tolerance * Math.abs(expected) + 1e-12;
}
