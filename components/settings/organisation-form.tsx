"use client";

import { useRouter } from "next/navigation";
import { EditForm, SaveButton } from "@/components/forms/edit-form";
import { ThereNow } from "@/components/forms/there-now";
import { useVersionedForm } from "@/components/forms/use-edit";
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
  const edit = useVersionedForm({
    start: organisation,
    valuesOf: ({ name, timeZone, currency }) => ({ name, timeZone, currency }),
    send: (body, { version }) =>
      send("PATCH /api/v1/organisation", { body: { ...body, expectedVersion: version } }),
    onSaved: () => {
      toasts.show({ text: "The organisation is saved." });
      router.refresh();
    },
  });
  const { values, contested, set } = edit;
  const errors = edit.saving.failure?.errors;
  return (
    <EditForm edit={edit} what="the organisation">
      <div>
        <TextField
          label="Name"
          name="name"
          autoComplete="organization"
          value={values.name}
          onChange={(event) => set({ name: event.target.value })}
          error={errors?.name}
        />
        <ThereNow value={contested.name} onTake={(name) => set({ name })} />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <div>
          <Select
            label="Time zone"
            hint="Trends and due dates use the days of this time zone."
            name="timeZone"
            value={values.timeZone}
            onChange={(event) => set({ timeZone: event.target.value })}
            options={timeZoneOptions(timeZones, values.timeZone)}
            error={errors?.timeZone}
          />
          <ThereNow value={contested.timeZone} onTake={(timeZone) => set({ timeZone })} />
        </div>
        <div>
          <Select
            label="Currency"
            hint="Costs are shown in it. Changing it converts nothing."
            name="currency"
            value={values.currency}
            onChange={(event) => set({ currency: event.target.value })}
            options={currencyOptions(values.currency)}
            error={errors?.currency}
          />
          <ThereNow value={contested.currency} onTake={(currency) => set({ currency })} />
        </div>
      </div>
      <SaveButton edit={edit} />
    </EditForm>
  );
}
