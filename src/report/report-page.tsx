import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { displayableText } from "./displayable-text.ts";
import { formatDate } from "./format-figure.ts";
import { Words } from "./report-elements.tsx";
import { contentPolicy, reportStyle } from "./report-style.ts";

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

/** One HTML file that needs nothing else: no network, no font, no script. */
export function pageText(props: PageProps): string {
  return `<!doctype html>\n${renderToStaticMarkup(<Page {...props} />)}\n`;
}

function Page(props: PageProps) {
  const { subject, skip, children } = props;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={contentPolicy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>{displayableText(`${subject.title}, as of ${formatDate(subject.asOf)}`, 200)}</title>
        <style>{reportStyle}</style>
      </head>
      <body>
        <a className="skip" href={`#${skip.to}`}>
          {skip.says}
        </a>
        <Header {...props} />
        <main>{children}</main>
        <footer>
          <p>
            Made by Bellwether from the records known on {formatDate(subject.asOf)}. The same records give the same
            report.
          </p>
        </footer>
      </body>
    </html>
  );
}

function Header({ subject, kind, what, contents = [] }: PageProps) {
  return (
    <header>
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
    </header>
  );
}
