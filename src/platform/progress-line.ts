/** How far a long piece of work has come. `total` and `done` share a unit; `total` is null where it is not known. */
export type Progress = {
  readonly step: string;
  readonly done: number;
  readonly total: number | null;
  readonly unit: string;
};

type Draw = { readonly write: (text: string) => void; readonly now: () => number; readonly width: number };

/**
 * Draws progress on one line of a terminal: step, count, rate and time left.
 * Quick work stays silent: nothing shows in the first half second, and the line is wiped at the end.
 */
export function progressLine(draw: Draw): { show: (progress: Progress) => void; wipe: () => void } {
  const start = draw.now();
  let began = { step: "", at: start };
  let drawnAt = 0;
  let isDrawn = false;
  return {
    show(progress) {
      const now = draw.now();
      if (began.step !== progress.step) began = { step: progress.step, at: now };
      if (now - start < 500 || now - drawnAt < 100) return;
      drawnAt = now;
      isDrawn = true;
      draw.write(`\r\u001b[2K${progressText(progress, (now - began.at) / 1000).slice(0, draw.width - 1)}`);
    },
    wipe() {
      if (isDrawn) draw.write("\r\u001b[2K");
      isDrawn = false;
    },
  };
}

/** `reading tickets.csv  1,200,000 of 5,000,000 rows  900,000 rows/s  4 s left` */
export function progressText(progress: Progress, seconds: number): string {
  const rate = seconds > 0 ? progress.done / seconds : 0;
  const of = progress.total === null ? "" : ` of ${grouped(progress.total)}`;
  const parts = [progress.step];
  if (progress.done > 0) parts.push(`${grouped(progress.done)}${of} ${progress.unit}`);
  if (rate > 0) parts.push(`${grouped(rate)} ${progress.unit}/s`);
  if (rate > 0 && progress.total !== null && progress.total > progress.done) {
    parts.push(`${grouped(Math.ceil((progress.total - progress.done) / rate))} s left`);
  }
  return parts.join("  ");
}

function grouped(value: number): string {
  return Math.round(value).toLocaleString("en");
}
