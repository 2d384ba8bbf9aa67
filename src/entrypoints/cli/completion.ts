import type { Command as CommanderCommand } from "commander";

export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

/** A script that makes a shell complete verbs and options; written from the same tree that parses them. */
export function completionScript(shell: Shell, program: CommanderCommand): string {
  const verbs = program.commands.map((verb) => ({
    name: verb.name(),
    summary: verb.summary(),
    options: verb.options.flatMap((option) => (option.long ? [{ flag: option.long, does: option.description }] : [])),
  }));
  return { bash: bashScript, zsh: zshScript, fish: fishScript }[shell](verbs);
}

type Verb = { name: string; summary: string; options: { flag: string; does: string }[] };

function bashScript(verbs: readonly Verb[]): string {
  const cases = verbs.map(
    ({ name, options }) => `    ${name}) words="${options.map(({ flag }) => flag).join(" ")} --help" ;;`,
  );
  return `# bellwether completion for bash: source <(bellwether completion bash)
_bellwether() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${verbs.map(({ name }) => name).join(" ")}" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
    *) COMPREPLY=($(compgen -f -- "$current")) ;;
  esac
}
complete -o filenames -F _bellwether bellwether
`;
}

function zshScript(verbs: readonly Verb[]): string {
  const names = verbs.map(({ name, summary }) => `    '${name}:${zshQuoted(summary)}'`);
  const cases = verbs.map(({ name, options }) => {
    const flags = options.map(({ flag, does }) => `'${flag}[${zshQuoted(does)}]'`);
    return `    ${name}) _arguments '*:file:_files' ${flags.join(" ")} ;;`;
  });
  return `#compdef bellwether
# bellwether completion for zsh: source <(bellwether completion zsh)
_bellwether() {
  local -a verbs=(
${names.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe 'verb' verbs
    return
  fi
  case "\${words[2]}" in
${cases.join("\n")}
  esac
}
compdef _bellwether bellwether
`;
}

function fishScript(verbs: readonly Verb[]): string {
  const lines = verbs.flatMap(({ name, summary, options }) => [
    `complete -c bellwether -n __fish_use_subcommand -a ${name} -d '${fishQuoted(summary)}'`,
    ...options.map(
      ({ flag, does }) =>
        `complete -c bellwether -n '__fish_seen_subcommand_from ${name}' -l ${flag.slice(2)} -d '${fishQuoted(does)}'`,
    ),
  ]);
  return `# bellwether completion for fish: bellwether completion fish | source\n${lines.join("\n")}\n`;
}

function zshQuoted(text: string): string {
  return text.replaceAll("'", "’").replaceAll(/[[\]:]/g, " ");
}

function fishQuoted(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("'", "\\'");
}
