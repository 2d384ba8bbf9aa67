import type { Place, Problem } from "../values/problem.ts";

/** What to do about a mistake of form, by the YAML library's own codes. */
const hints: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: "indent with spaces",
  BAD_INDENT: "line it up with its neighbours, with spaces",
  BAD_SCALAR_START: "put the text in quotes",
  BLOCK_AS_IMPLICIT_KEY: 'put a text that holds ": " in quotes',
  MISSING_CHAR: "close what was opened: a quote, a bracket or a brace",
  MULTILINE_IMPLICIT_KEY: "write the key and its colon on one line",
  UNEXPECTED_TOKEN: "look for a missing comma, colon or quote just before",
  BAD_ALIAS: "write the value out where it is needed",
};

/** A mistake of form that the YAML library found. */
export function yamlErrorProblem(code: string, message: string, at: Place): Problem {
  if (code === "RESOURCE_EXHAUSTION") return tooDeep(at);
  if (code === "TAB_AS_INDENT")
    return { code: "yaml-tab", at, message: "a tab indents this line", hint: "indent with spaces" };
  if (code === "TAG_RESOLVE_FAILED") return tagged(at);
  const [sentence = message] = message.split("\n");
  return {
    code: "yaml-syntax",
    at,
    message: lowerFirst(sentence),
    hint: hints[code] ?? "compare with the lines around it",
  };
}

export function tooDeep(at: Place): Problem {
  return {
    code: "yaml-too-deep",
    at,
    message: "values are nested too deeply here",
    hint: "a record needs no more than a few levels: close a bracket or brace that was left open",
  };
}

export function tagged(at: Place): Problem {
  return {
    code: "yaml-tag",
    at,
    message: "a tag such as !!str stands here",
    hint: "leave it out: the record says itself what it expects",
  };
}

export function severalDocuments(at: Place): Problem {
  return {
    code: "yaml-several-documents",
    at,
    message: "a second document begins here",
    hint: "leave out the line ---: a record is one document",
  };
}

export function oldVersion(at: Place): Problem {
  return {
    code: "yaml-old-version",
    at,
    message: "YAML 1.1 reads `no` as false and 12:30 as a number",
    hint: "leave out the %YAML line: the record is read as YAML 1.2",
  };
}

export function emptyDocument(file: string): Problem {
  return {
    code: "file-empty",
    at: { file, line: 1, column: 1 },
    message: "there is nothing in it",
    hint: "write a starter with `bellwether init`",
  };
}

export function duplicateKey(key: string, at: Place, first: Place): Problem {
  return {
    code: "duplicate-key",
    at,
    message: `${key} stands here a second time`,
    hint: `it first stands in line ${first.line}: keep one of them`,
  };
}

export function mergeKey(at: Place): Problem {
  return { code: "yaml-merge-key", at, message: "<< is not read", hint: "write the keys out" };
}

export function forbiddenKey(key: string, at: Place): Problem {
  return { code: "forbidden-key", at, message: `${key} cannot be a key`, hint: "choose another name" };
}

export function keyIsNotText(at: Place): Problem {
  return { code: "yaml-key", at, message: "this is no key", hint: "a key is one word before a colon" };
}

export function splitByComma(key: string, at: Place): Problem {
  return {
    code: "yaml-comma",
    at,
    message: `${key} stands in braces without a value`,
    hint: 'a comma inside braces ends a value: put a text that holds one in quotes, such as "1,080,000 USD"',
  };
}

export function leadingZero(source: string, at: Place): Problem {
  return {
    code: "yaml-leading-zero",
    at,
    message: `${source} could be read in more than one way`,
    hint: `write a number without the 0 in front, or a text in quotes: "${source}"`,
  };
}

export function unknownAlias(name: string, at: Place): Problem {
  return {
    code: "yaml-alias",
    at,
    message: `*${name} refers to nothing that was named before`,
    hint: "a text that begins with * goes in quotes",
  };
}

export function endlessAlias(name: string, at: Place): Problem {
  return {
    code: "yaml-alias",
    at,
    message: `*${name} stands inside of what it refers to`,
    hint: "write the value out",
  };
}

export function tooManyValues(at: Place): Problem {
  return {
    code: "yaml-too-many-values",
    at,
    message: "there are too many values, or aliases multiply them",
    hint: "write values out in place of aliases",
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
