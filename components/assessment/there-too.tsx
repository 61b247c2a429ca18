import { Avatar } from "@/components/ui/avatar";
import { classNames } from "@/components/ui/class-names";
import type { Other } from "@/lib/client/presence/others";
import { hereWords } from "./here-words";

const SHOWN = 3;

interface ThereTooProps {
  people: readonly Other[];
  /** Says it where there is room; else only the letters show, and the words are read. */
  inWords?: boolean | undefined;
}

/** The others who are at a question now. */
export function ThereToo({ people, inWords = false }: ThereTooProps) {
  const words = hereWords(people.map(({ name }) => name));
  return (
    <span title={words} data-there className="inline-flex items-center gap-1.5">
      <span aria-hidden="true" className="flex gap-0.5">
        {people.slice(0, SHOWN).map(({ id, name }) => (
          <span key={id} className={classNames("flex rounded-full", !inWords && "ring-2 ring-paper")}>
            <Avatar id={id} name={name} size="small" decorative />
          </span>
        ))}
      </span>
      <bdi className={inWords ? "max-w-64 truncate max-md:sr-only" : "sr-only"}>{words}</bdi>
    </span>
  );
}
