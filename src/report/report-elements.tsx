import type { ReactNode } from "react";
import { withDates } from "./format-figure.ts";
import { StateIcon } from "./state-icon.tsx";
import type { StateWord } from "./state-word.ts";

/** Text that came from a record: its direction cannot disturb what stands beside it, and its dates read as all others do. */
export function Words({ children }: { readonly children: string }) {
  return <bdi>{withDates(children)}</bdi>;
}

/** Icon, word and hue of a state; `strong` fills it, for what must not be overlooked. */
export function StateBadge({ state, strong = false }: { readonly state: StateWord; readonly strong?: boolean }) {
  return (
    <span className={`badge tone-${state.tone}${strong ? " strong" : ""}`}>
      <StateIcon shape={state.shape} />
      {state.word}
    </span>
  );
}

export function Section(props: {
  readonly id: string;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section id={props.id} aria-labelledby={`${props.id}-title`}>
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      {props.lead === undefined ? null : <p className="lead">{props.lead}</p>}
      {props.children}
    </section>
  );
}

/** Folded away on the screen, open on paper. */
export function Fold({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <details>
      <summary>{title}</summary>
      <div className="folded">{children}</div>
    </details>
  );
}

export type Column = { readonly title: string; readonly isNumber?: boolean };
export type Row = {
  readonly key: string;
  readonly cells: readonly ReactNode[];
  readonly className?: string | undefined;
  /** what stands across the whole width under the row */
  readonly below?: ReactNode;
};

const roles = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
} as const;

/**
 * A table whose first column heads its rows. On a narrow screen each row becomes a block, each cell told by its column;
 * the roles are spelled out because browsers drop them from rows that are displayed as blocks.
 */
export function RecordTable(props: {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly className?: string;
}) {
  const { caption, columns, rows } = props;
  const classOf = (at: number) => (columns[at]?.isNumber ? "number" : undefined);
  return (
    <table {...roles.table} className={`records ${props.className ?? ""}`.trim()}>
      <caption>{caption}</caption>
      <thead {...roles.rowgroup}>
        <tr {...roles.row}>
          {columns.map(({ title }, at) => (
            <th key={title} {...roles.columnheader} scope="col" className={classOf(at)}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map(({ key, cells, className, below }) => (
        <tbody key={key} {...roles.rowgroup}>
          <tr {...roles.row} className={className}>
            {cells.map((cell, at) => {
              const column = columns[at]?.title ?? "";
              return at === 0 ? (
                <th key={column} {...roles.rowheader} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={column} {...roles.cell} data-column={column} className={classOf(at)}>
                  <div>{cell}</div>
                </td>
              );
            })}
          </tr>
          {below ? (
            <tr {...roles.row} className="below">
              <td {...roles.cell} colSpan={columns.length}>
                {below}
              </td>
            </tr>
          ) : null}
        </tbody>
      ))}
    </table>
  );
}

/** A table of figures, kept in its columns; it scrolls by itself, also by keyboard, where it is too wide. */
export function FigureTable(props: {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}) {
  const { caption, columns, rows } = props;
  return (
    <div className="scrolls" {...scrollable(caption)}>
      <table className="figures">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, isNumber }) => (
              <th key={title} scope="col" className={isNumber ? "number" : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, at) => {
                const column = columns[at];
                const className = column?.isNumber ? "number" : undefined;
                return at === 0 ? (
                  <th key={column?.title} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column?.title} className={className}>
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What scrolls by itself must be reachable by keyboard, and say what it is when it is reached. */
function scrollable(label: string) {
  return { role: "group", "aria-label": label, tabIndex: 0 } as const;
}
