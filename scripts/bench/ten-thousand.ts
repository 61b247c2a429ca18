import { below, type Figure, told } from "./figures";
import { fetched, median } from "./load";
import type { Product } from "./product";
import { places, savesPerSecond } from "./saves";

/** What is measured at 10,000 services: each look is the first one after a save. */
export async function measureTenThousand(
  product: Product,
  headers: Record<string, string>,
  rounds: number,
): Promise<Figure[]> {
  const [place] = await places(product.origin, headers, { services: 1, perService: 1 });
  if (!place) throw new Error("no service to save an answer of");
  const timed = async (path: string) => {
    const times: number[] = [];
    for (let round = 0; round < rounds * 2; round += 1) {
      await savesPerSecond(product.origin, headers, [place], 0.01);
      times.push((await fetched({ url: `${product.origin}${path}`, headers })).ms);
    }
    return median(times);
  };
  await timed("/");
  return [
    below("portfolio page, 10,000 services, first after a save", (await timed("/")) / 1000, 0.5, "s"),
    told(
      "portfolio as JSON, 10,000 services, first after a save",
      (await timed("/api/v1/portfolio")) / 1000,
      "s",
    ),
    told("list of services, 10,000 services", (await timed("/services")) / 1000, "s"),
    told("memory of the web server, 10,000 services", product.memoryMb(), "MB"),
  ];
}
