"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { launchHref } from "@/components/addresses/pages";
import { LinkedSentence } from "@/components/figure/linked-sentence";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { TextField } from "@/components/ui/text-field";
import { StandingPill } from "@/components/verdict/standing-pill";
import { repeatKeys } from "@/lib/client/repeat-key";
import { send } from "@/lib/client/request";
import type { ChecklistMove, MovedService } from "@/lib/contracts/checklist-moves";
import { ChooseServices, type MoveChoice } from "./choose-services";
import { answersText, fromTo, incidentsFromTo, moveSentence, signedAgain } from "./move-words";

interface MoveServicesProps {
  checklist: string;
  version: number;
  services: readonly MoveChoice[];
}

/** Three steps: choose services, see what would change for each, move all of them or none. */
export function MoveServices({ checklist, version, services }: MoveServicesProps) {
  const router = useRouter();
  const [keyOf] = useState(repeatKeys);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState("");
  const [seen, setSeen] = useState<ChecklistMove | null>(null);
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (seen) head.current?.focus();
  }, [seen]);

  const { failure, busy, save } = useSave({
    send: (dryRun: boolean) => {
      const body = { to: version, services: [...chosen].sort(), reason, dryRun };
      return send("POST /api/v1/checklists/:checklist/moves", {
        params: { checklist },
        body,
        ...(dryRun ? {} : { idempotencyKey: keyOf(body) }),
      });
    },
    onSaved: (moved, dryRun) => {
      setSeen(moved);
      if (!dryRun) router.refresh();
    },
    fields: [],
  });

  if (seen === null) {
    return (
      <div className="grid gap-4">
        {failure !== null && <FailureNotice failure={failure} />}
        <ChooseServices services={services} chosen={chosen} onChoose={setChosen} />
        <div className="sticky bottom-0 flex flex-wrap items-center gap-3 border-t border-line bg-paper py-3">
          <p role="status" className="mr-auto text-ink-2">
            {chosen.size === 0
              ? "Choose services; you see what would change before anything does."
              : `${chosen.size} chosen`}
          </p>
          <Button
            variant="main"
            disabled={chosen.size === 0}
            busy={busy}
            busyText="Looking …"
            onClick={() => save(true)}
          >
            See what would change
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div ref={head} tabIndex={-1} className="grid gap-4 outline-none">
      <LinkedSentence
        words={moveSentence(seen)}
        sub={
          seen.dryRun
            ? "Nothing has moved yet. Answers carry over by question. Answers to questions that are no longer asked stay stored and return with their questions."
            : "Each service's history shows the move, so you can tell changes by the checklist from changes by teams."
        }
      />
      {failure !== null && <FailureNotice failure={failure} />}
      {seen.services.length > 0 && <PreviewTable services={seen.services} dryRun={seen.dryRun} />}
      {seen.dryRun ? (
        <div className="flex flex-wrap items-end gap-3">
          {seen.services.length > 0 && (
            <TextField
              label="Why"
              optional
              className="min-w-0 flex-1 basis-72"
              maxLength={2000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
          <Button onClick={() => setSeen(null)}>Choose others</Button>
          {seen.services.length > 0 && (
            <Button variant="main" busy={busy} busyText="Moving …" onClick={() => save(false)}>
              {seen.services.length === 1
                ? "Move this service"
                : `Move these ${seen.services.length} services`}
            </Button>
          )}
        </div>
      ) : (
        <div className="flex flex-wrap gap-2">
          <ButtonLink variant="main" href={`/checklists/${checklist}/versions/${version}`}>
            Back to version {version}
          </ButtonLink>
          <Button
            onClick={() => {
              setSeen(null);
              setChosen(new Set());
            }}
          >
            Move more
          </Button>
        </div>
      )}
    </div>
  );
}

/** Each service before and after: score, standing, gaps, blockers, incidents, and what becomes of its answers. */
function PreviewTable({ services, dryRun }: { services: readonly MovedService[]; dryRun: boolean }) {
  return (
    <Card title={dryRun ? "What would change" : "What changed"} aside="before → after" flush>
      <Table caption={dryRun ? "What would change for each service" : "What changed for each service"} flush>
        <thead>
          <tr>
            <Th>Service</Th>
            <Th numeric>Score</Th>
            <Th>Standing</Th>
            <Th numeric>Gaps</Th>
            <Th numeric>Blockers</Th>
            <Th numeric>Incidents a year</Th>
            <Th>Questions and answers</Th>
          </tr>
        </thead>
        <tbody>
          {services.map((service) => {
            const { before, after, unclear, signOffs } = service;
            return (
              <tr key={service.service} className="align-top">
                <Th scope="row" className="min-w-40">
                  <Link
                    href={`/services/${service.service}`}
                    className="inline-block min-h-6 content-center hover:underline [overflow-wrap:anywhere]"
                  >
                    <bdi>{service.name}</bdi>
                  </Link>
                  <span className="block text-sm font-normal text-ink-3">
                    <bdi>{service.teamName}</bdi>, was asked {service.from.checklist} {service.from.version}
                  </span>
                </Th>
                <Td numeric>{fromTo(before.score, after.score)}</Td>
                <Td>
                  <StandingPill standing={after.standing} />
                  {before.standing !== after.standing && (
                    <span className="mt-1 block text-sm text-ink-3">
                      was <StandingPill standing={before.standing} />
                    </span>
                  )}
                </Td>
                <Td numeric>{fromTo(before.gaps, after.gaps)}</Td>
                <Td numeric>{fromTo(before.blockers, after.blockers)}</Td>
                <Td numeric>{incidentsFromTo(service)}</Td>
                <Td className="min-w-56 text-sm">
                  {answersText(service)}
                  {signOffs.map(({ launch, title, roles }) => (
                    <Link
                      key={launch}
                      href={launchHref(launch)}
                      className="link block min-h-6 content-center"
                    >
                      {signedAgain(title, roles, dryRun)}
                    </Link>
                  ))}
                  {unclear.length > 0 && !dryRun && (
                    <Link
                      href={`/services/${service.service}/assess#${unclear[0]}`}
                      className="link block min-h-6 content-center"
                    >
                      Confirm them
                    </Link>
                  )}
                </Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </Card>
  );
}
