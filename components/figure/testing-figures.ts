import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** What a component draws, with its figures as plain text: for tests of what is said, not of how figures are named. */
export const drawnPlain = (node: ReactNode): string =>
  renderToStaticMarkup(node).replace(/<span data-figure="[^"]*" data-shown="[^"]*">([^<]*)<\/span>/g, "$1");
