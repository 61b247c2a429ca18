import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { Sentence } from "@/components/ui/sentence";
import { LoadExampleLater } from "./load-example-later";

interface FirstStartProps {
  teams: number;
  can: { import: boolean; createTeam: boolean; createService: boolean; loadExample: boolean };
}

interface Step {
  title: string;
  text: string;
  action: ReactNode;
}

/** The ways to a portfolio that are open to this person, the one that takes least first. */
function steps({ teams, can }: FirstStartProps): Step[] {
  return [
    can.import && {
      title: "Bring the services you have",
      text: "From a Backstage catalogue or a spreadsheet. You see what will happen to each row before anything does.",
      action: (
        <ButtonLink href="/import" variant="main">
          Import
        </ButtonLink>
      ),
    },
    can.createTeam && teams === 0
      ? {
          title: "Begin with one team",
          text: "Services belong to teams. Name one, add the service whose next launch worries you most, and answer its questions in half an hour.",
          action: <ButtonLink href="/teams/new">Create a team</ButtonLink>,
        }
      : can.createService && {
          title: "Add a service",
          text: "The one whose next launch worries you most. Answering its questions takes about half an hour.",
          action: <ButtonLink href="/services/new">Add a service</ButtonLink>,
        },
    can.loadExample && {
      title: "Look around first",
      text: "Six teams and their services with nine months of history, all invented and marked as an example. You can remove it at any time.",
      action: <LoadExampleLater />,
    },
  ].filter((step) => step !== false);
}

/** A portfolio without services: what it will say, and how to get there. */
export function FirstStart(props: FirstStartProps) {
  const open = steps(props);
  return (
    <>
      <Sentence
        sub={
          open.length > 0
            ? "This page will show which services the business can rely on, what the rest is expected to cost, and how that changes."
            : "Admins and leads of teams add services. As soon as there is one, this page says whether the business can rely on it."
        }
      >
        Nobody can say yet what the business can rely on: there is no service.
      </Sentence>
      {open.length > 0 && (
        <ul className="mt-6 grid gap-4.5 md:grid-cols-3">
          {open.map((step) => (
            <li
              key={step.title}
              data-card=""
              className="flex min-w-0 flex-col items-start rounded-xl border border-line bg-card px-4.5 py-4 shadow-card"
            >
              <h2 className="text-lg font-strong">{step.title}</h2>
              <p className="mt-1 mb-4 text-pretty text-ink-2">{step.text}</p>
              <div className="mt-auto">{step.action}</div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
