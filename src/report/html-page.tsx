import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { displayableText } from "./displayable-text.ts";
import { contentPolicy, reportStyle } from "./report-style.ts";

type HtmlPage = {
  /** what the window is called */
  readonly title: string;
  /** where the way past the header leads, and what it says */
  readonly skip: { readonly to: string; readonly says: string };
  readonly header: ReactNode;
  readonly footer: ReactNode;
  readonly children: ReactNode;
};

/** One HTML file that needs nothing else: no network, no font, no script. The same parts give the same text. */
export function htmlPage({ title, skip, header, footer, children }: HtmlPage): string {
  const page = (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={contentPolicy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>{displayableText(title, 200)}</title>
        <style>{reportStyle}</style>
      </head>
      <body>
        <a className="skip" href={`#${skip.to}`}>
          {skip.says}
        </a>
        <header>{header}</header>
        <main>{children}</main>
        <footer>
          <p>{footer}</p>
        </footer>
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToStaticMarkup(page)}\n`;
}
