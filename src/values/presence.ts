/** How far something that should be there is there. */
export type Presence = "in-place" | "partial" | "missing";

/** The presence of a whole from its parts: in place if all are, missing if all are or there is no part, else partial. */
export function presenceOf(parts: readonly Presence[]): Presence {
  if (parts.length === 0 || parts.every((part) => part === "missing")) return "missing";
  return parts.every((part) => part === "in-place") ? "in-place" : "partial";
}

/** One thing that was asked for: how far it is there, why that is said, and what would put it in place (null when it is). */
export type PresenceCheck = {
  readonly state: Presence;
  readonly reason: string;
  readonly suggestion: string | null;
};
