import type { SelectOption } from "@/components/ui/select";
import { fold, type ImportRow } from "@/lib/domain/import-rows";

/** A team that is there. */
export interface KnownTeam {
  slug: string;
  name: string;
}

/** The teams that a service can be given: those that are there by short name, those of the file by key. */
export function teamChoices(known: readonly KnownTeam[], rows: readonly ImportRow[]): SelectOption[] {
  const names = known.map(({ name }) => fold(name));
  const twice = (name: string) => names.indexOf(fold(name)) !== names.lastIndexOf(fold(name));
  const fresh = rows.filter((row) => row.kind === "team" && row.action === "create");
  return [
    ...known.map(({ slug, name }) => ({ value: slug, label: twice(name) ? `${name} (${slug})` : name })),
    ...fresh.map(({ key, name }) => ({ value: key, label: `${name} (new)` })),
  ];
}
