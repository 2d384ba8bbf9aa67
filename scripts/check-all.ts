import { spawn } from "node:child_process";

/** Every quick check at once, each told when it ends: in full where it failed, else by its last lines: `npm run check`. */
const steps: Readonly<Record<string, readonly string[]>> = {
  "format and lint": ["biome", "ci", "--colors=off", "--error-on-warnings", "."],
  types: ["tsc", "-p", "tsconfig.json"],
  "unused code": ["knip"],
  // The types are held by the step beside it.
  build: ["tsc", "-p", "tsconfig.build.json", "--noCheck"],
  "fast tests": ["vitest", "run", "--project", "fast", "--reporter", "dot"],
};

/** Lines told of a step that passed: its counts. */
const lastLines = 4;

const began = performance.now();
const outcomes = await Promise.all(Object.entries(steps).map(([name, words]) => run(name, words)));
if (outcomes.includes(false)) process.exitCode = 1;

function run(name: string, [program = "", ...words]: readonly string[]): Promise<boolean> {
  const child = spawn(program, words, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1" },
  });
  const said: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => said.push(part));
  child.stderr.on("data", (part: Buffer) => said.push(part));
  return new Promise((resolve) => {
    const end = (passed: boolean, more = "") => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      const lines = Buffer.concat(said)
        .toString()
        .split("\n")
        .filter((line) => line.trim() !== "");
      const told = passed ? lines.slice(-lastLines) : [...lines, more];
      process.stdout.write(`${passed ? "ok" : "FAILED"}  ${name}, ${seconds} s\n${told.join("\n")}\n`);
      resolve(passed);
    };
    child.once("error", (error) => end(false, `${error.message}`));
    child.once("close", (code) => end(code === 0));
  });
}
