import type { ReactNode } from "react";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";

interface TeamFieldsProps {
  name: string;
  description: string;
  onChange: (field: "name" | "description", text: string) => void;
  errors: Readonly<Record<string, string>>;
  /** What stands under each field, for comparing. */
  under?: { name: ReactNode; description: ReactNode } | undefined;
}

/** What a team says of itself. */
export function TeamFields({ name, description, onChange, errors, under }: TeamFieldsProps) {
  return (
    <>
      <div>
        <TextField
          label="Name"
          name="name"
          autoFocus
          autoComplete="off"
          value={name}
          onChange={(event) => onChange("name", event.target.value)}
          error={errors.name}
        />
        {under?.name}
      </div>
      <div>
        <TextArea
          label="Description"
          hint="What the team is there for, and where to find it."
          name="description"
          optional
          rows={3}
          value={description}
          onChange={(event) => onChange("description", event.target.value)}
          error={errors.description}
        />
        {under?.description}
      </div>
    </>
  );
}
