import { LoadExample } from "@/components/portfolio/load-example";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

interface FirstStepProps {
  teams: number;
  mayCreateTeam: boolean;
  mayCreateService: boolean;
  mayImport?: boolean | undefined;
  mayLoadExample?: boolean | undefined;
}

/** What stands where there is no service yet: a team comes first, then a service, then its questions. */
export function FirstStep({
  teams,
  mayCreateTeam,
  mayCreateService,
  mayImport = false,
  mayLoadExample = false,
}: FirstStepProps) {
  const bring = (
    <>
      {mayImport && <ButtonLink href="/import">Import what you have</ButtonLink>}
      {mayLoadExample && <LoadExample />}
    </>
  );
  if (teams === 0) {
    return (
      <EmptyState
        title="Services belong to teams, and there is no team yet."
        action={
          <>
            {mayCreateTeam && (
              <ButtonLink href="/teams/new" variant="main">
                Create a team
              </ButtonLink>
            )}
            {bring}
          </>
        }
      >
        {mayCreateTeam
          ? "Name one; its leads and members can answer for its services."
          : "An admin creates the first one; then its lead can add services."}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No service has been added yet."
      action={
        <>
          {mayCreateService && (
            <ButtonLink href="/services/new" variant="main">
              Add a service
            </ButtonLink>
          )}
          {bring}
        </>
      }
    >
      {mayCreateService
        ? "Add the one whose next launch worries you most. Answering its questions takes about half an hour."
        : "A lead of a team, or an admin, adds services. Ask one of them for the service whose next launch worries you most."}
    </EmptyState>
  );
}
