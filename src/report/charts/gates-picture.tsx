import type { GateState } from "../../governance/partnership/review-ramp.ts";
import { addDays, type PlainDate } from "../../values/time.ts";
import { formatDate, wordsOf } from "../format-figure.ts";
import { shortened } from "./acceptability-picture.tsx";
import { dayScale, endsOf } from "./day-scale.ts";
import { Plot, percent } from "./plot.tsx";

const rowHeight = 34;

/** The doors of the launch along the days: a square on the day agreed, a dot on the day it opened, the delay as a line between. */
export function GatesPicture({ gates, asOf }: { readonly gates: readonly GateState[]; readonly asOf: PlainDate }) {
  const span = endsOf([...gates.flatMap(({ due, passedOn }) => [due, passedOn]), asOf]);
  if (span === null || gates.length === 0) return null;
  const days = dayScale(addDays(span.from, -7), addDays(span.to, 14));
  const height = gates.length * rowHeight + 4;
  return (
    <Plot
      summary={gates.map(gateSummary).join(" ")}
      height={height}
      across={days.ticks}
      acrossTitle="day, in the partnership's zone"
      hasNames
    >
      <line className="today" x1={percent(days.x(asOf))} x2={percent(days.x(asOf))} y1="0" y2={height} />
      {gates.map((gate, row) => {
        const { id, due, passedOn } = gate;
        const middle = row * rowHeight + 24;
        const until = passedOn ?? (gate.state === "overdue" ? asOf : due);
        return (
          <g key={id}>
            <text className="name" x="0" y={row * rowHeight + 12}>
              {shortened(`${wordsOf(id)}: ${gateWords[gate.state]}`)}
            </text>
            {due === null || until === null ? null : (
              <line
                className={gate.state === "overdue" ? "none" : "link"}
                x1={percent(days.x(due))}
                x2={percent(days.x(until))}
                y1={middle}
                y2={middle}
              />
            )}
            {due === null ? null : (
              <rect
                className="ring"
                x={percent(days.x(due))}
                y={middle - 5}
                width="10"
                height="10"
                transform="translate(-5 0)"
              />
            )}
            {passedOn === null ? null : <circle className="dot" cx={percent(days.x(passedOn))} cy={middle} r="4" />}
          </g>
        );
      })}
    </Plot>
  );
}

export const gateWords: Readonly<Record<GateState["state"], string>> = {
  passed: "opened in time",
  late: "opened late",
  ahead: "ahead",
  overdue: "overdue",
  "no-day": "no day agreed",
};

function gateSummary({ id, due, passedOn, state }: GateState): string {
  const dates = [
    due === null ? null : `due ${formatDate(due)}`,
    passedOn === null ? null : `opened ${formatDate(passedOn)}`,
  ];
  return `${wordsOf(id)}: ${[gateWords[state], ...dates.filter((part) => part !== null)].join(", ")}.`;
}
