import { createContext, type ReactNode, useContext } from "react";
import type { Reviewed, UnseenPart } from "../assessment/reviews/review-result.ts";
import { StateBadge, Words } from "./report-elements.tsx";
import type { StateWord } from "./state-word.ts";

/** What a review comes to in one line, read without opening it. */
export type Headline = {
  readonly state: StateWord;
  readonly says: string;
  /** unfolded from the start: a day, a payment or an access cannot wait */
  readonly isPressing: boolean;
};

type ReviewProps<Result> = {
  /** such as `review-location` */
  readonly id: string;
  readonly title: string;
  /** the page of the docs that tells how to write this part of the record */
  readonly page?: string;
  readonly reviewed: Reviewed<Result>;
  readonly headline: (review: Result) => Headline;
  readonly children: (review: Result) => ReactNode;
};

/** Whether reviews are open whether or not they press: where nothing else is on the page. */
export const AreReviewsUnfolded = createContext(false);

/** One review: a line that says what it comes to, and the rest folded under it unless it presses. */
export function ReviewPart<Result>({ id, title, page, reviewed, headline, children }: ReviewProps<Result>) {
  const isUnfolded = useContext(AreReviewsUnfolded);
  if (reviewed.kind === "not-on-record") return <NotOnRecord id={id} title={title} page={page} {...reviewed} />;
  const { state, says, isPressing } = headline(reviewed.review);
  return (
    <section className="review" id={id} aria-labelledby={`${id}-title`}>
      <details open={isPressing || isUnfolded}>
        <summary>
          <h3 id={`${id}-title`}>{title}</h3>
          <StateBadge state={state} />
          <span className="headline">
            <Words>{says}</Words>
          </span>
        </summary>
        <div className="folded">
          {children(reviewed.review)}
          <Unseen parts={reviewed.unseen} />
        </div>
      </details>
    </section>
  );
}

/** Never an empty picture: which part of the record is lacking, and what to write. */
function NotOnRecord(props: {
  readonly id: string;
  readonly title: string;
  readonly page?: string | undefined;
  readonly needs: string;
  readonly hint: string;
}) {
  const { id, title, page = "docs/partnership-record.md", needs, hint } = props;
  return (
    <section className="review" id={id} aria-labelledby={`${id}-title`}>
      <div className="nothing-yet">
        <h3 id={`${id}-title`}>{title}</h3>
        <p>
          Not on record: <code>{needs}</code> in partnership.yaml. To add: <Words>{hint}</Words>. How it is written:{" "}
          <code>{page}</code>
        </p>
      </div>
    </section>
  );
}

function Unseen({ parts }: { readonly parts: readonly UnseenPart[] }) {
  if (parts.length === 0) return null;
  return (
    <>
      <h4>What could not be seen</h4>
      <ul className="told">
        {parts.map(({ what, because, opensWith }) => (
          <li key={what}>
            <Words>{`${what}: ${because}`}</Words>
            {opensWith.length === 0 ? null : <span className="muted"> (opens with {opensWith.join(", ")})</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A picture with its title and, where shapes need it, the key to them. */
export function Picture(props: {
  readonly title: string;
  readonly keys?: readonly { readonly mark: ReactNode; readonly means: string }[];
  readonly children: ReactNode;
}) {
  const { title, keys = [], children } = props;
  return (
    <figure className="picture">
      <figcaption>
        <Words>{title}</Words>
      </figcaption>
      {keys.length === 0 ? null : (
        <ul className="key">
          {keys.map(({ mark, means }) => (
            <li key={means}>
              <svg width="18" height="12" aria-hidden="true" focusable="false" className="plot">
                {mark}
              </svg>
              {means}
            </li>
          ))}
        </ul>
      )}
      {children}
    </figure>
  );
}

/** Sentences as a list; nothing where there are none. */
export function Told({ title, lines }: { readonly title?: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      {title === undefined ? null : <h4>{title}</h4>}
      <ul className="told">
        {[...new Set(lines)].map((line) => (
          <li key={line}>
            <Words>{line}</Words>
          </li>
        ))}
      </ul>
    </>
  );
}
