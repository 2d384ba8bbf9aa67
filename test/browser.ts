import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { inflate } from "@sparticuz/chromium";
import { chromium, type Page } from "playwright-core";

export type PageOptions = {
  readonly width?: number;
  readonly height?: number;
  readonly colourScheme?: "light" | "dark";
};

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Opens `html` as a file, with no network, in the Chromium that npm brought, and hands the page to `use`.
 * Needs no system library or font: those of the package are unpacked once per package version.
 */
export async function withPage<T>(
  html: string,
  use: (page: Page) => Promise<T>,
  options: PageOptions = {},
): Promise<T> {
  const home = await unpackedChromium();
  const folder = mkdtempSync(join(tmpdir(), "bellwether-page-"));
  const file = join(folder, "page.html");
  writeFileSync(file, html);
  const browser = await chromium.launch({
    executablePath: join(home, "chromium"),
    args: flags,
    env: environmentOf(home),
  });
  try {
    const { width = 1280, height = 800, colourScheme = "light" } = options;
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: colourScheme, offline: true });
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    return await use(page);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function environmentOf(home: string): Record<string, string> {
  const libraries = [join(home, "al2023", "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return {
    PATH: process.env.PATH ?? "",
    HOME: home,
    LD_LIBRARY_PATH: libraries,
    FONTCONFIG_FILE: join(home, "fonts.conf"),
  };
}

/** The folder with the binary, its libraries and fonts: unpacked aside and renamed, so that two processes cannot meet half of it. */
async function unpackedChromium(): Promise<string> {
  const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")));
  const version = /"version":\s*"([^"]+)"/.exec(readFileSync(join(packageFolder, "package.json"), "utf8"))?.[1];
  const cache = join(packageFolder, "..", "..", ".cache");
  const home = join(cache, `chromium-${version}`);
  if (existsSync(home)) return home;
  mkdirSync(cache, { recursive: true });
  const unpacking = mkdtempSync(`${home}-`);
  await inflateInto(unpacking, join(packageFolder, "bin"));
  writeFileSync(join(unpacking, "fonts.conf"), fontConfiguration(home));
  try {
    renameSync(unpacking, home);
  } catch (error) {
    rmSync(unpacking, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
  return home;
}

// The package's own configuration looks for fonts in fixed places, and Chromium crashes where it finds none.
function fontConfiguration(home: string): string {
  const inXml = home.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
    <dir>${inXml}/fonts</dir><cachedir>${inXml}/font-cache</cachedir></fontconfig>`;
}

/** The package unpacks into the folder for temporary files, and only there. */
async function inflateInto(folder: string, archives: string): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    for (const name of ["chromium.br", "fonts.tar.br", "al2023.tar.br", "swiftshader.tar.br"])
      await inflate(join(archives, name));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
