import { type ShownOrigin, saidBy } from "@/lib/domain/origin";

interface SaidByProps {
  by: { id: string; name: string };
  origin: ShownOrigin;
}

/** Who gave an answer, with what is only claimed told as such, and by which token or import it came. */
export function SaidBy({ by, origin }: SaidByProps) {
  const { before, name, after } = saidBy(by, origin);
  return (
    <>
      {before}
      <bdi>{name}</bdi>
      {after !== "" && <bdi>{after}</bdi>}
    </>
  );
}
