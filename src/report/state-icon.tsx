import type { ReactElement } from "react";
import type { Shape } from "./state-word.ts";

/** The icon of a state, 16 by 16 in the colour of its text. Hidden from assistive technology: the word stands beside it. */
export function StateIcon({ shape }: { readonly shape: Shape }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {drawings[shape]}
    </svg>
  );
}

const line = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 1.75,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;
const solid = { fill: "currentColor" } as const;
const shield = "M8 1.2 13.8 3.2V8c0 3.6-2.6 5.8-5.8 6.9C4.8 13.8 2.2 11.6 2.2 8V3.2Z";
const target = <path {...line} strokeDasharray="2 2.4" d="M1.5 5h13" />;

const drawings: Readonly<Record<Shape, ReactElement>> = {
  triangle: <path {...solid} fillRule="evenodd" d="M8 1 15.6 14.6H.4ZM7.1 5.8v4.4h1.8V5.8Zm0 5.4V13h1.8v-1.8Z" />,
  diamond: (
    <>
      <path {...line} d="M8 1.6 14.4 8 8 14.4 1.6 8Z" />
      <circle {...solid} cx="8" cy="8" r="1.9" />
    </>
  ),
  tick: (
    <>
      <circle {...line} cx="8" cy="8" r="6.6" />
      <path {...line} d="m5 8.3 2.1 2.1L11 6" />
    </>
  ),
  "eye-shut": (
    <path {...line} d="M1.5 6.2C3.4 9 5.5 10.3 8 10.3s4.6-1.3 6.5-4.1M8 10.3v3M4 9.2l-1.6 2.3m9.6-2.3 1.6 2.3" />
  ),
  "shield-full": <path {...line} {...solid} d={shield} />,
  "shield-half": (
    <>
      <path {...line} d={shield} />
      <path {...solid} d="M8 1.2v13.7C4.8 13.8 2.2 11.6 2.2 8V3.2Z" />
    </>
  ),
  "shield-empty": <path {...line} strokeDasharray="2.6 2.6" d={shield} />,
  dash: <path {...line} d="M4 8h8" />,
  dot: (
    <>
      <circle {...line} cx="8" cy="8" r="6.2" />
      <circle {...solid} cx="8" cy="8" r="2.6" />
    </>
  ),
  progress: (
    <>
      <circle {...line} cx="8" cy="8" r="6.4" />
      <path {...solid} d="M8 1.6a6.4 6.4 0 0 1 0 12.8Z" />
    </>
  ),
  rising: <path {...line} d="m2 12.5 4-4 2.6 2.6L14 4.5M9.6 4.2H14v4.4" />,
  falling: <path {...line} d="m2 3.5 4 4 2.6-2.6L14 11.5m-4.4.3H14V7.4" />,
  cross: <path {...line} d="m3.4 3.4 9.2 9.2m0-9.2-9.2 9.2" />,
  "double-cross": <path {...solid} fillRule="evenodd" d="M.8 2h14.4L8 15ZM7.1 4v4.2h1.8V4Zm0 5.2V11h1.8V9.2Z" />,
  question: (
    <>
      <circle {...line} cx="8" cy="8" r="6.6" strokeDasharray="2.4 2.2" />
      <path {...line} d="M6.1 6.3c.2-2.6 3.9-2.4 3.8-.1 0 1.5-1.9 1.5-1.9 2.9m0 2.3v.1" />
    </>
  ),
  wave: <path {...line} d="M1.5 8c2.2-5 4.3-5 6.5 0s4.3 5 6.5 0" />,
  turn: <path {...line} d="M8 1.8v12.4M4.8 5 8 1.8 11.2 5M4.8 11 8 14.2 11.2 11" />,
  "target-hit": (
    <>
      {target}
      <path {...line} d="m5 10.6 2.2 2.2 4-4.4" />
    </>
  ),
  "target-missed": (
    <>
      {target}
      <path {...line} d="m5.4 8.8 5 5m0-5-5 5" />
    </>
  ),
  "target-mixed": (
    <>
      <path {...line} strokeDasharray="2 2.4" d="M1.5 8h13" />
      <path {...line} d="m1.8 12.5 3.5-9 4 9 3.8-8.5" />
    </>
  ),
};
