import type { ReactNode } from "react";
import { formatDate } from "./format-figure.ts";
import { htmlPage } from "./html-page.tsx";
import { Words } from "./report-elements.tsx";

/** Whose report it is, and of which day. */
export type ReportSubject = {
  readonly partnership: string;
  readonly title: string;
  readonly zone: string;
  readonly asOf: string;
};

type PageProps = {
  readonly subject: ReportSubject;
  /** what kind of report it is */
  readonly kind: string;
  /** what it tells, in a sentence */
  readonly what: string;
  /** where the way past the header leads, and what it says */
  readonly skip: { readonly to: string; readonly says: string };
  readonly contents?: readonly (readonly [id: string, title: string])[];
  readonly children: ReactNode;
};

/** The report as one HTML file. */
export function pageText(props: PageProps): string {
  const { subject, skip, children } = props;
  const asOf = formatDate(subject.asOf);
  const footer = <>Made by Bellwether from the records known on {asOf}. The same records give the same report.</>;
  const title = `${subject.title}, as of ${asOf}`;
  return htmlPage({ title, skip, header: <Header {...props} />, footer, children });
}

function Header({ subject, kind, what, contents = [] }: PageProps) {
  return (
    <>
      <p className="kind">Bellwether · {kind}</p>
      <h1>
        <Words>{subject.title}</Words>
      </h1>
      <p className="as-of">
        As of <b>{formatDate(subject.asOf)}</b> · times in <Words>{subject.zone}</Words> ·{" "}
        <code>{subject.partnership}</code>
      </p>
      <p className="what">{what}</p>
      {contents.length === 0 ? null : (
        <nav aria-label="Contents">
          <ul>
            {contents.map(([id, title]) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}
