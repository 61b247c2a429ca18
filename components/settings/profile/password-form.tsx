"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Form, typedText } from "@/components/forms/form";
import { PasswordField } from "@/components/forms/password-field";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { toasts } from "@/components/ui/toast-store";
import { send } from "@/lib/client/request";

/** Changes one's own password; every other browser is signed out by it. */
export function PasswordForm({ email }: { email: string }) {
  const router = useRouter();
  const [times, setTimes] = useState(0);
  const changing = useSave({
    send: (body: { current: string; next: string }) =>
      send("PUT /api/v1/people/:person/password", { params: { person: "me" }, body }),
    onSaved: () => {
      toasts.show({ text: "Your password is changed. Other browsers are signed out." });
      setTimes(times + 1);
      router.refresh();
    },
    fields: ["current", "next"],
  });
  const errors = changing.failure?.errors;

  return (
    <Form
      key={times}
      save={changing}
      className="grid max-w-110 gap-4"
      onSubmit={(typed) =>
        changing.save({ current: typedText(typed, "current"), next: typedText(typed, "next") })
      }
    >
      {/* tells a password manager whose password this is */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordField
        label="Current password"
        name="current"
        autoComplete="current-password"
        error={errors?.current}
      />
      <PasswordField
        label="New password"
        name="next"
        hint="At least 12 characters, and not an obvious one. A sentence is easy to remember."
        autoComplete="new-password"
        error={errors?.next}
      />
      <Button type="submit" busy={changing.busy} busyText="Changing …" className="justify-self-start">
        Change the password
      </Button>
    </Form>
  );
}
