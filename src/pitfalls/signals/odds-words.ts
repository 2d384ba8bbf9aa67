const weeksAYear = 52.1775;

/** How rare evidence of a strength is where nothing happens: `Chance alone gives evidence this strong once in about 6 years.` */
export function oddsWords(weeks: number): string {
  return `Chance alone gives evidence this strong about once in ${lengthWords(weeks)}.`;
}

function lengthWords(weeks: number): string {
  if (weeks < 52) return `${Math.round(weeks)} weeks`;
  const years = weeks / weeksAYear;
  if (years < 10) return `${years.toFixed(years < 2 ? 1 : 0)} years`;
  return years < 1000 ? `${Number(years.toPrecision(2))} years` : "a thousand years or more";
}
