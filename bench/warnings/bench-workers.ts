import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

/** `--name 12` of the command line. */
export function optionOf(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

/** What the bench at an address makes of the parts of its task, each by a worker of its own, as many as there are cores. */
export function inWorkers<Task, Done>(
  bench: string,
  taskOf: (part: <T>(all: readonly T[]) => readonly T[]) => Task,
): Promise<readonly Done[]> {
  const workers = Math.max(1, availableParallelism());
  return Promise.all(
    Array.from({ length: workers }, (_, index) => {
      const workerData = taskOf((all) => all.filter((__, at) => at % workers === index));
      return new Promise<Done>((resolve, reject) => {
        const worker = new Worker(new URL(bench), { workerData });
        worker.on("message", resolve);
        worker.on("error", reject);
      });
    }),
  );
}

/** `83 %`; a dash of nothing. */
export function percent(count: number, of: number): string {
  return of === 0 ? "–" : `${Math.round((100 * count) / of)} %`;
}
