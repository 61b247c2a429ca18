import { Card } from "@/components/ui/card";
import type { Session, Token } from "@/lib/contracts/people";
import { EndOthers } from "../sessions/end-others";
import { SessionList } from "../sessions/session-list";
import { sessionsSentence } from "../sessions/session-words";
import { TokenList } from "../tokens/token-list";
import { tokensSentence } from "../tokens/token-words";

interface AccessCardsProps {
  person: { id: string; name: string };
  sessions: readonly Session[];
  tokens: readonly Token[];
  timeZone: string;
  now: string;
}

/** Where somebody is signed in, and what acts in their name: what an admin may end. */
export function AccessCards({ person, sessions, tokens, timeZone, now }: AccessCardsProps) {
  const others = sessions.filter(({ current }) => !current).length;
  return (
    <>
      <Card
        title="Sessions"
        aside={others > 1 && <EndOthers person={person.id} name={person.name} count={others} />}
        flush
      >
        {sessions.length === 0 ? (
          <p className="px-4.5 py-4 text-ink-2">{sessionsSentence(sessions, person.name)}</p>
        ) : (
          <SessionList person={person.id} sessions={sessions} timeZone={timeZone} now={now} />
        )}
      </Card>
      <Card title="API tokens" flush>
        {tokens.length === 0 ? (
          <p className="px-4.5 py-4 text-ink-2">{tokensSentence(tokens, now, timeZone, person.name)}</p>
        ) : (
          <TokenList tokens={tokens} timeZone={timeZone} now={now} />
        )}
      </Card>
    </>
  );
}
