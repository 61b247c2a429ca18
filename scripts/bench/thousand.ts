import { measureBrowser } from "./browser";
import { measureExports } from "./exports";
import { measureExposure } from "./exposure";
import { type Figure, shareOf } from "./figures";
import type { Floor } from "./floor";
import { interleaved } from "./load";
import type { Product } from "./product";

/** What is measured only at 1,000 services × 50 questions with a year of history. @param root of the source */
export async function measureThousand(
  root: string,
  product: Product,
  floor: Floor,
  headers: Record<string, string>,
  effort: { rounds: number; seconds: number },
): Promise<Figure[]> {
  const json = { url: `${product.origin}/api/v1/portfolio`, headers };
  const page = { url: `${product.origin}/`, headers };
  const speeds = await interleaved(
    {
      constant: { url: `${floor.origin}/constant` },
      json,
      empty: { url: `${floor.origin}/` },
      page,
    },
    effort,
  );
  const figures = [
    shareOf("portfolio as JSON, 1,000 services", speeds.json, speeds.constant, 0.5),
    shareOf("portfolio page, 1,000 services", speeds.page, speeds.empty, 0.4),
    ...(await measureExports(product, floor, headers, effort.rounds)),
    ...(await measureExposure(product, headers, effort.rounds)),
    ...(await measureBrowser(root, product, headers, effort.rounds, floor.origin)),
  ];
  return figures;
}
