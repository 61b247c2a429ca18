import { attributionOf, type ShownOrigin } from "@/lib/domain/origin";

interface AnswerAttributionProps {
  by: { id: string; name: string };
  origin: ShownOrigin;
}

/** Who gave an answer, with what is only claimed told as such, and by which token or import it came. */
export function AnswerAttribution({ by, origin }: AnswerAttributionProps) {
  const { before, name, after } = attributionOf(by, origin);
  return (
    <>
      {before}
      <bdi>{name}</bdi>
      {after !== "" && <bdi>{after}</bdi>}
    </>
  );
}
