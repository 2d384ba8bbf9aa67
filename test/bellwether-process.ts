import { execFile } from "node:child_process";
import { resolve } from "node:path";

/** What a whole process of the command line gave. */
export type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs `bellwether` as a person would: the built program in a process of its own, with no terminal and no colour. */
export function bellwether(words: readonly string[], options: { readonly cwd?: string } = {}): Promise<Ended> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [resolve("bin/bellwether.js"), ...words],
      { cwd: options.cwd ?? process.cwd(), maxBuffer: 256 * 1024 * 1024, env: { ...process.env, NO_COLOR: "1" } },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
        done({ code, stdout, stderr });
      },
    );
  });
}
