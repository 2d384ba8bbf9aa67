import { type PartitionRoom, partitionRoom } from "./optimal-partition.ts";
import { keptLengthTerms, type LengthTermsOf } from "./segment-evidence.ts";

/** Where change points are worked out. One made for many series of a length saves the time to make it for each; it changes no result. */
export type ChangePointWorkspace = { readonly room: PartitionRoom; readonly termsOf: LengthTermsOf };

export function changePointWorkspace(): ChangePointWorkspace {
  return { room: partitionRoom(), termsOf: keptLengthTerms() };
}
