"use client";

import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { newLaunchHref } from "@/components/addresses/pages";
import { useSave } from "@/components/forms/use-save";
import { buttonLook } from "@/components/ui/button-look";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Menu } from "@/components/ui/menu";
import { MenuItem, MenuLine, MenuLink } from "@/components/ui/menu-item";
import { Select } from "@/components/ui/select";
import { toasts } from "@/components/ui/toast-store";
import { useNavigate } from "@/lib/client/navigation";
import { messageOf, send } from "@/lib/client/request";
import type { Service } from "@/lib/contracts/services";
import { RESTORE_DAYS } from "@/lib/domain/restoration";
import { LIFECYCLES, type Lifecycle } from "@/lib/domain/vocabulary";

type Asked = "retire" | "return" | "delete";
const IN_USE = LIFECYCLES.filter((each) => each !== "retired");

/** What else can be done with a service; only what the viewer may do is there. */
export function ServiceMenu({ service }: { service: Service }) {
  const { slug, name, can, lifecycle, version } = service;
  const router = useRouter();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [next, setNext] = useState<Lifecycle>("live");
  const params = { service: slug };

  const change = useSave({
    send: (to: Lifecycle) =>
      send("PATCH /api/v1/services/:service", { params, body: { lifecycle: to, expectedVersion: version } }),
    onSaved: (_, to) => {
      setAsked(null);
      toasts.show({ text: to === "retired" ? `${name} is retired.` : `${name} is ${to} again.` });
      router.refresh();
    },
  });
  const remove = useSave({
    send: () => send("DELETE /api/v1/services/:service", { params }),
    onSaved: () => {
      setAsked(null);
      toasts.show({
        text: `${name} is deleted. It can be restored for ${RESTORE_DAYS} days.`,
        action: { label: "Undo", run: undo },
      });
      navigate("/services");
    },
  });
  function undo(): void {
    send("POST /api/v1/services/:service/restoration", { params, body: {} })
      .then(() => navigate(`/services/${slug}`))
      .catch((error: unknown) => toasts.show({ text: messageOf(error), tone: "problem" }));
  }
  const ask = (what: Asked) => {
    change.reset();
    remove.reset();
    setAsked(what);
  };
  const busy = change.busy || remove.busy;
  const dialog = {
    open: true,
    onOpenChange: (open: boolean) => !open && setAsked(null),
    busy,
    problem: change.problem ?? remove.problem,
  };

  return (
    <>
      <Menu
        label={`More about ${name}`}
        align="end"
        triggerClass={buttonLook("plain", "normal", "px-2!")}
        trigger={<Ellipsis aria-hidden="true" className="size-3.5" />}
      >
        <MenuLink href={`/services/${slug}/history`}>History</MenuLink>
        {can.edit && lifecycle !== "retired" && <MenuLink href={newLaunchHref(slug)}>Plan a launch</MenuLink>}
        {(can.retire || can.delete) && <MenuLine />}
        {can.retire && lifecycle !== "retired" && (
          <MenuItem onSelect={() => ask("retire")}>Retire …</MenuItem>
        )}
        {can.retire && lifecycle === "retired" && (
          <MenuItem onSelect={() => ask("return")}>Bring back into use …</MenuItem>
        )}
        {can.delete && (
          <MenuItem danger onSelect={() => ask("delete")}>
            Delete …
          </MenuItem>
        )}
      </Menu>
      {asked === "retire" && (
        <ConfirmDialog
          {...dialog}
          title={`Retire ${name}?`}
          description="It leaves every total, and its gaps no longer cost anything. Answers and history stay, and it can be brought back."
          confirm="Retire it"
          onConfirm={() => change.save("retired")}
        />
      )}
      {asked === "return" && (
        <ConfirmDialog
          {...dialog}
          title={`Bring ${name} back into use?`}
          description="It counts again from now on, with the answers that it has; old ones may be stale."
          confirm="Bring it back"
          onConfirm={() => change.save(next)}
        >
          <Select
            label="It is now"
            value={next}
            onChange={(event) => setNext(event.target.value as Lifecycle)}
            options={IN_USE.map((each) => ({ value: each, label: each }))}
          />
        </ConfirmDialog>
      )}
      {asked === "delete" && (
        <ConfirmDialog
          {...dialog}
          danger
          title={`Delete ${name}?`}
          description={`It leaves every list and total at once. For ${RESTORE_DAYS} days it can be restored with everything it had. A service that was in use is better retired.`}
          confirm="Delete it"
          onConfirm={() => remove.save()}
        />
      )}
    </>
  );
}
