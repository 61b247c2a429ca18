"use client";

import { useState } from "react";
import { launchHref } from "@/components/addresses/pages";
import { FailureNotice } from "@/components/forms/failure-notice";
import { Form } from "@/components/forms/form";
import { useLeaveGuard } from "@/components/forms/form-care";
import { formFailure } from "@/components/forms/form-failure";
import { useSave } from "@/components/forms/use-save";
import type { Picked } from "@/components/service/service-draft";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { useNavigate } from "@/lib/client/navigation";
import { repeatKeys } from "@/lib/client/repeat-key";
import { send } from "@/lib/client/request";
import type { LaunchNew } from "@/lib/contracts/launch-requests";
import type { Launch } from "@/lib/contracts/launches";
import type { NamedPerson, PersonChoice } from "@/lib/contracts/people";
import { dayAfter } from "@/lib/domain/as-of";
import { requiredRoles } from "@/lib/domain/launch/roles";
import { changedFields } from "@/lib/domain/merge";
import type { Tier } from "@/lib/domain/vocabulary";
import { capital, countedInWords } from "@/lib/domain/words";
import { type PlanDraft, planErrors, planOf, planProblems } from "./plan-draft";
import { FirstPlanFields, MorePlanFields } from "./plan-fields";
import { bodyOfSigners, type SignersDraft, SignersFields, signersProblems } from "./signers-fields";

interface NewLaunchFormProps {
  /** Id of who plans it, who facilitates it unless they say otherwise. */
  me: string;
  people: readonly PersonChoice[];
  executives: readonly NamedPerson[];
  known: readonly Picked[];
  /** Chosen from the start, or "". */
  service: string;
  timeZone: string;
  /** ISO 4217 */
  currency: string;
  today: string;
}

const WEEKS = 2;
/** The fields that are never folded away. */
const FIRST: ReadonlySet<string> = new Set(["title", "services", "targetDate", "facilitator"]);

/** Plans a launch, then goes to its page. The rest of the plan is folded away: it can follow (L1). */
export function NewLaunchForm(props: NewLaunchFormProps) {
  const { me, people, executives, known, service, timeZone, currency, today } = props;
  const navigate = useNavigate();
  const [start] = useState(
    (): PlanDraft => ({
      ...{ title: "", services: service === "" ? [] : [service], targetDate: dayAfter(today, 7 * WEEKS) },
      ...{ meetingDay: "", meetingTime: "", facilitator: me, what: "", worth: "", delayCostPerWeek: "" },
      ...{ undoHow: "", undoWho: "", onCall: "" },
    }),
  );
  const [draft, setDraft] = useState(start);
  const [signers, setSigners] = useState<SignersDraft>({});
  const [tiers, setTiers] = useState<readonly Tier[]>(() =>
    known.filter(({ slug }) => slug === service).flatMap(({ tier }) => tier ?? []),
  );
  const [more, setMore] = useState(false);
  const [checked, setChecked] = useState(false);
  const [keyOf] = useState(() => repeatKeys());
  const roles = requiredRoles({ tiers, waiverOnCritical: false, takenOff: [] });
  const creating = useSave<LaunchNew, Launch>({
    send: (body) => send("POST /api/v1/launches", { body, idempotencyKey: keyOf(body) }),
    onSaved: ({ id }) => navigate(launchHref(id)),
    onFailed: (error) => showRest(planErrors(formFailure(error).errors)),
    leaves: true,
  });
  const isTyped = changedFields(start, draft).length > 0 || Object.keys(signers).length > 0;
  useLeaveGuard(!creating.isSaved && isTyped);
  const lacks = { ...planProblems(draft), ...signersProblems(signers, roles) };
  const errors = { ...planErrors(creating.failure?.errors ?? {}), ...(checked ? lacks : {}) };

  /** Unfolds what is folded where something there is not right. */
  function showRest(wrong: Readonly<Record<string, string>>): void {
    if (Object.keys(wrong).some((field) => !FIRST.has(field))) setMore(true);
  }

  function submit(): void {
    setChecked(true);
    showRest(lacks);
    if (Object.keys(lacks).length === 0)
      creating.save({ ...planOf(draft, timeZone), ...bodyOfSigners(signers, roles) });
  }

  const fields = {
    draft,
    set: (part: Partial<PlanDraft>) => setDraft((before) => ({ ...before, ...part })),
    errors,
    people,
  };
  return (
    <Form
      save={{ form: creating.form, failure: null }}
      onSubmit={submit}
      className="grid grid-cols-[minmax(0,1fr)] gap-5"
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 sm:grid-cols-2">
        <FirstPlanFields
          {...fields}
          known={known}
          facilitator={null}
          onServices={(services) => setTiers(services.flatMap(({ tier }) => tier ?? []))}
        />
      </div>
      <section className="border-t border-line pt-3" aria-label="More of the plan">
        <Button
          variant="quiet"
          className="-ml-2.75"
          aria-expanded={more}
          aria-controls="more-plan"
          onClick={() => setMore(!more)}
        >
          {more ? "Less" : "More: worth, undo, on call, meeting, who signs"}
        </Button>
        <div id="more-plan" className={more ? "mt-3 grid gap-4 sm:grid-cols-2" : "hidden"}>
          <MorePlanFields {...fields} currency={currency} />
          <div className="sm:col-span-2">
            <SignersFields
              {...{ roles, people, executives, errors }}
              draft={signers}
              set={(part) => setSigners((before) => ({ ...before, ...part }))}
            />
          </div>
        </div>
      </section>
      {creating.failure && <FailureNotice failure={creating.failure} />}
      <div className="flex flex-wrap items-center gap-2 border-t border-line pt-4">
        <Button type="submit" variant="main" busy={creating.busy} busyText="Planning …">
          Plan it
        </Button>
        <ButtonLink href="/launches" variant="quiet">
          Cancel
        </ButtonLink>
        {roles.length > 0 && (
          <span role="status" className="text-sm text-ink-3">
            {capital(countedInWords(roles.length, "role"))} {roles.length === 1 ? "has" : "have"} to sign, by
            the tier of its services.
          </span>
        )}
      </div>
    </Form>
  );
}
