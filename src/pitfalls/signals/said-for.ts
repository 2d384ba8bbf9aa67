/** How many steps back, up to `most`, a rule has said the same without a break. */
export function saidFor(most: number, isSaid: (stepsBack: number) => boolean): number {
  let back = 0;
  while (back < most && isSaid(back + 1)) back += 1;
  return back;
}
