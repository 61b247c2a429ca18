import { Avatar } from "@/components/ui/avatar";
import type { Others } from "@/lib/client/presence/others";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import { hereWords } from "./here-words";

const SHOWN = 3;

interface PeopleHereProps {
  people: Others["people"];
  questions: readonly AssessedQuestion[];
}

/** Who else assesses the service now; each leads to where they are. Its room is kept while nobody does. */
export function PeopleHere({ people, questions }: PeopleHereProps) {
  const place = (question: string | null) => questions.find(({ key }) => key === question);
  const words = hereWords(people.map(({ name }) => name));
  return (
    <div data-here className="flex min-h-6 items-center gap-2 text-[0.75rem] text-ink-3 max-md:min-h-0">
      {people.length > 0 && (
        <>
          <ul aria-label="Here now" className="flex shrink-0">
            {people.slice(0, SHOWN).map(({ id, name, question }) => {
              const at = place(question);
              const where = at ? `${name}, at question ${at.number}` : name;
              return (
                <li key={id} title={where} className="grid size-6 place-items-center">
                  {at ? (
                    <a
                      href={`#${at.key}`}
                      aria-label={where}
                      className="grid size-6 place-items-center rounded-full"
                    >
                      <Avatar id={id} name={name} decorative />
                    </a>
                  ) : (
                    <Avatar id={id} name={name} />
                  )}
                </li>
              );
            })}
          </ul>
          {people.length > SHOWN && (
            <span aria-hidden="true" className="md:hidden">
              +{people.length - SHOWN}
            </span>
          )}
          <span title={people.map(({ name }) => name).join(", ")} className="min-w-0 truncate max-md:sr-only">
            <bdi>{words}</bdi>
          </span>
        </>
      )}
    </div>
  );
}
