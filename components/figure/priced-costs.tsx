import { Link } from "@/components/ui/link";

/** How many of the eight costs are in a total of money (R3): "All eight costs have a price." */
function pricedWords(count: number): [which: string, rest: string] {
  if (count >= 8) return ["All eight costs", " have a price."];
  return [`${count} of the eight costs`, ` ${count === 1 ? "has" : "have"} a price.`];
}

/** The same sentence, beside a total of money; it leads to the prices. Nothing where nothing is priced. */
export function PricedCosts({ count }: { count: number }) {
  if (count === 0) return null;
  const [which, rest] = pricedWords(count);
  return (
    <>
      <Link href="/exposure/model" className="link">
        {which}
      </Link>
      {rest}
    </>
  );
}
