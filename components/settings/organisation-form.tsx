"use client";

import { useRouter } from "next/navigation";
import { FailureNotice } from "@/components/forms/failure-notice";
import { FasterNotice, ThereNow } from "@/components/forms/there-now";
import { useVersionedForm } from "@/components/forms/use-versioned-form";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { toasts } from "@/components/ui/toast-store";
import { send } from "@/lib/client/request";
import type { Organisation } from "@/lib/contracts/organisation";
import { currencyOptions, timeZoneOptions } from "./choices";

interface OrganisationFormProps {
  organisation: Organisation;
  timeZones: readonly string[];
}

/** Name, time zone and currency, for those who may change them. */
export function OrganisationForm({ organisation, timeZones }: OrganisationFormProps) {
  const router = useRouter();
  const { name, timeZone, currency, version } = organisation;
  const { form, values, set, theirs, failure, busy, dirty, submit } = useVersionedForm({
    start: { values: { name, timeZone, currency }, version },
    save: (body, expectedVersion) =>
      send("PATCH /api/v1/organisation", { body: { ...body, expectedVersion } }),
    onSaved: () => {
      toasts.show({ text: "The organisation is saved." });
      router.refresh();
    },
  });
  const compare = theirs !== null && Object.keys(theirs).length > 0;
  return (
    <form ref={form} onSubmit={submit} method="post" noValidate className="grid gap-4">
      {failure !== null && <FailureNotice failure={failure} />}
      {theirs !== null && <FasterNotice what="the organisation" compare={compare} />}
      <div>
        <TextField
          label="Name"
          name="name"
          autoComplete="organization"
          value={values.name}
          onChange={(event) => set("name", event.target.value)}
          error={failure?.errors.name}
        />
        <ThereNow value={theirs?.name} onTake={(value) => set("name", value)} />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <div>
          <Select
            label="Time zone"
            hint="Days of trends and due dates are days here."
            name="timeZone"
            value={values.timeZone}
            onChange={(event) => set("timeZone", event.target.value)}
            options={timeZoneOptions(timeZones, values.timeZone)}
            error={failure?.errors.timeZone}
          />
          <ThereNow value={theirs?.timeZone} onTake={(value) => set("timeZone", value)} />
        </div>
        <div>
          <Select
            label="Currency"
            hint="What gaps cost is said in it; nothing is converted."
            name="currency"
            value={values.currency}
            onChange={(event) => set("currency", event.target.value)}
            options={currencyOptions(values.currency)}
            error={failure?.errors.currency}
          />
          <ThereNow value={theirs?.currency} onTake={(value) => set("currency", value)} />
        </div>
      </div>
      <Button
        type="submit"
        variant="main"
        disabled={!dirty}
        busy={busy}
        busyText="Saving …"
        className="justify-self-start"
      >
        Save
      </Button>
    </form>
  );
}
