import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";

/** A few figures as a thin line, for the eye only: the figures stand beside it in words. */
export function Sparkline({ values }: { readonly values: readonly (number | null)[] }) {
  const known = values.filter((value): value is number => value !== null);
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [2, 78]);
  const y = scaleLinear([Math.min(...known), Math.max(...known)], [18, 2]);
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => Math.round(x(at) * 10) / 10)
    .y((value) => Math.round(y(value ?? 0) * 10) / 10);
  if (known.length < 2) return null;
  return (
    <svg className="sparkline" width="80" height="20" viewBox="0 0 80 20" aria-hidden="true" focusable="false">
      <path className="values" d={path([...values]) ?? ""} />
    </svg>
  );
}
