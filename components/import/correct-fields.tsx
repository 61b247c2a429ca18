import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Select, type SelectOption } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { Correction } from "@/lib/domain/import-rows";
import { TEXT_LIMITS } from "@/lib/domain/text";
import { LIFECYCLES, type Lifecycle, TIER_TEXT, TIERS, type Tier } from "@/lib/domain/vocabulary";

const NEW_TEAM = " new";

interface CorrectFieldsProps {
  /** Whose facts they are, for those who listen. */
  of: string;
  correction: Correction;
  teams: readonly SelectOption[];
  onCorrect: (correction: Correction) => void;
}

/** Team, tier and lifecycle by hand; what is left as it is comes from the file. */
export function CorrectFields({ of, correction, teams, onCorrect }: CorrectFieldsProps) {
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState("");
  const { team = "", tier, lifecycle } = correction;
  const known = team === "" || teams.some(({ value }) => value === team);
  const create = () => {
    setNaming(false);
    if (name.trim() !== "") onCorrect({ team: name.trim() });
  };
  const hidden = <span className="sr-only"> of {of}</span>;
  return (
    <div className="grid grid-cols-2 items-end gap-2 max-sm:[&>:first-child]:col-span-2 sm:grid-cols-[minmax(0,15rem)_minmax(0,11rem)_minmax(0,9rem)]">
      <Select
        label={<>Team{hidden}</>}
        required={false}
        value={naming ? NEW_TEAM : team}
        options={[
          { value: "", label: "As in the file" },
          ...(known ? [] : [{ value: team, label: team }]),
          ...teams,
          { value: NEW_TEAM, label: "A new team …" },
        ]}
        onChange={({ target }) => {
          setNaming(target.value === NEW_TEAM);
          if (target.value !== NEW_TEAM) onCorrect({ team: target.value || undefined });
        }}
      />
      <Select
        label={<>Tier{hidden}</>}
        required={false}
        value={tier === undefined ? "" : String(tier)}
        options={[
          { value: "", label: "As in the file" },
          ...TIERS.map((each) => ({ value: String(each), label: `${each} · ${TIER_TEXT[each].name}` })),
        ]}
        onChange={({ target }) =>
          onCorrect({ tier: target.value === "" ? undefined : (Number(target.value) as Tier) })
        }
      />
      <Select
        label={<>Lifecycle{hidden}</>}
        required={false}
        value={lifecycle ?? ""}
        options={[
          { value: "", label: "As in the file" },
          ...LIFECYCLES.map((each) => ({ value: each, label: each })),
        ]}
        onChange={({ target }) =>
          onCorrect({ lifecycle: (target.value || undefined) as Lifecycle | undefined })
        }
      />
      {naming && (
        <div className="col-span-2 flex items-end gap-2 sm:col-span-3">
          <TextField
            label={<>Name of the new team{hidden}</>}
            autoFocus
            maxLength={TEXT_LIMITS.name}
            value={name}
            onChange={({ target }) => setName(target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter") create();
              if (event.key === "Escape") setNaming(false);
            }}
            className="w-60"
          />
          <Button onClick={create}>Use it</Button>
        </div>
      )}
    </div>
  );
}
