import type { WeekGrid } from "../../governance/location/location-comparison.ts";
import { Plot, percent } from "./plot.tsx";

const dayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const rowHeight = 36;
const lane = 9;

/**
 * One week, a row a day: the client's hours in the upper lane, the place's in the lower, and between them the hours in which both
 * work. A bar that does not fill its lane stands for an hour that daylight saving or a holiday takes at times.
 */
export function WeekPicture({ grid, place }: { readonly grid: WeekGrid; readonly place: string }) {
  const height = dayNames.length * rowHeight;
  return (
    <Plot
      summary={weekSummary(grid, place)}
      height={height}
      across={[0, 3, 6, 9, 12, 15, 18, 21, 24].map((hour) => ({
        at: (hour / 24) * 100,
        text: `${String(hour).padStart(2, "0")}:00`,
        isSpare: hour % 6 !== 0,
      }))}
      up={dayNames.map((name, day) => ({ at: day * rowHeight + 2 + 1.5 * lane, text: name.slice(0, 3) }))}
      acrossTitle={`hour of the day, ${grid.zone}`}
    >
      {dayNames.map((name, day) => (
        <g key={name}>
          <Lane shares={grid.client[day] ?? []} top={day * rowHeight + 2} className="client" />
          <Lane shares={grid.both[day] ?? []} top={day * rowHeight + 2 + lane} className="both" />
          <Lane shares={grid.place[day] ?? []} top={day * rowHeight + 2 + 2 * lane} className="place" />
          <Needed shares={grid.required?.[day] ?? []} bottom={day * rowHeight + 3 * lane + 3.5} />
        </g>
      ))}
    </Plot>
  );
}

function Lane(props: { readonly shares: readonly number[]; readonly top: number; readonly className: string }) {
  const { shares, top, className } = props;
  return stretches(shares).map(({ from, to, value }) => (
    <rect
      key={from}
      className={className}
      x={percent((from / 24) * 100)}
      width={percent(((to - from) / 24) * 100)}
      y={Math.round((top + (lane - 1) * (1 - value)) * 10) / 10}
      height={Math.round((lane - 1) * value * 10) / 10}
    />
  ));
}

/** A line under the hours that must be covered. */
function Needed({ shares, bottom }: { readonly shares: readonly number[]; readonly bottom: number }) {
  return stretches(shares.map((share) => (share >= 0.5 ? 1 : 0))).map(({ from, to }) => (
    <line
      key={from}
      className="required"
      x1={percent((from / 24) * 100)}
      x2={percent((to / 24) * 100)}
      y1={bottom}
      y2={bottom}
    />
  ));
}

type HourStretch = { readonly from: number; readonly to: number; readonly value: number };

/** Hours of one height that follow each other, without those that are empty. */
function stretches(shares: readonly number[]): readonly HourStretch[] {
  const begins = shares.flatMap((value, hour) => (value === shares[hour - 1] ? [] : [{ from: hour, value }]));
  return begins
    .map(({ from, value }, at) => ({ from, to: begins[at + 1]?.from ?? shares.length, value }))
    .filter(({ value }) => value > 0);
}

/** The hours of a usual Monday to Sunday in words: an hour counts when both work in it at least half of the time. */
function weekSummary({ both, zone }: WeekGrid, place: string): string {
  const said = both.map((shares, day) => {
    const hours = stretches(shares.map((share) => (share >= 0.5 ? 1 : 0)));
    const name = dayNames[day] ?? "";
    return hours.length === 0
      ? `${name} none`
      : `${name} ${hours.map(({ from, to }) => `${from}:00 to ${to}:00`).join(" and ")}`;
  });
  return `Hours in which the client and ${place} both work, ${zone}: ${said.join("; ")}.`;
}
