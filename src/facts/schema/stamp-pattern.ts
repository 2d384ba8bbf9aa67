const fields: Readonly<Record<string, string>> = {
  yyyy: "%Y",
  yy: "%y",
  MMMM: "%B",
  MMM: "%b",
  MM: "%m",
  M: "%m",
  dd: "%d",
  d: "%d",
  HH: "%H",
  H: "%H",
  hh: "%I",
  h: "%I",
  mm: "%M",
  m: "%M",
  ss: "%S",
  s: "%S",
  SSS: "%g",
  a: "%p",
};

/**
 * A pattern as people write it, `d/MMM/yy h:mm a`, as a strptime format; null where it holds a letter that is no field.
 * Letters between apostrophes stand for themselves.
 */
export function strptimeFormat(pattern: string): string | null {
  let format = "";
  for (const [token] of pattern.matchAll(/'[^']*'|([a-zA-Z])\1*|[^a-zA-Z']+|'/g)) {
    const field = fields[token];
    if (field !== undefined) format += field;
    else if (/^'.*'$/.test(token)) format += token.slice(1, -1).replaceAll("%", "%%");
    else if (/^[^a-zA-Z']/.test(token) || token === "T" || token === "Z") format += token.replaceAll("%", "%%");
    else return null;
  }
  return format;
}

/** The date that a file's name tells by the pattern in braces, `zendesk-{yyyy-MM-dd}.csv`; null where the name does not fit. */
export function dateInFileName(template: string, fileName: string): string | null {
  const order: string[] = [];
  const source = template.replaceAll(/\{([^}]+)\}|[^{]/g, (part, pattern: string | undefined) => {
    if (pattern === undefined) return part === "*" ? ".*" : part.replace(/[.*+?^${}()|[\]\\]/, "\\$&");
    return pattern.replaceAll(/yyyy|MM|dd|[^a-zA-Z]/g, (field) => {
      if (!/[a-zA-Z]/.test(field)) return field.replace(/[.*+?^${}()|[\]\\]/, "\\$&");
      order.push(field);
      return field === "yyyy" ? "(\\d{4})" : "(\\d{2})";
    });
  });
  const match = new RegExp(`^${source}$`).exec(fileName);
  if (match === null) return null;
  const found = new Map(order.map((field, index) => [field, match[index + 1] ?? ""]));
  return `${found.get("yyyy") ?? ""}-${found.get("MM") ?? "01"}-${found.get("dd") ?? "01"}`;
}
