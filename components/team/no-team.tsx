import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

/** What stands where there is no team yet: why one is needed, and who makes it. */
export function NoTeam({ mayCreate }: { mayCreate: boolean }) {
  return (
    <EmptyState
      title={
        mayCreate
          ? "Services belong to teams; create the first one."
          : "Services belong to teams, and there is none yet."
      }
      action={
        mayCreate && (
          <ButtonLink href="/teams/new" variant="main">
            Create a team
          </ButtonLink>
        )
      }
    >
      {mayCreate
        ? "Its leads add services; its leads and members answer the questions and plan what is missing."
        : "An admin creates the first one. After that its leads add services, and its members answer for them."}
    </EmptyState>
  );
}
