import { Card } from "@/components/ui/card";
import { Select, type SelectOption } from "@/components/ui/select";
import { fold, VALUE_FIELDS, type ValueField, type ValueMapping } from "@/lib/domain/import-rows";
import { LIFECYCLES, type Lifecycle, TIER_TEXT, TIERS, type Tier } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";

interface ValuesCardProps {
  values: readonly ValueMapping[];
  /** `to` undefined: as the rules read it. */
  onValue: (field: ValueField, word: string, to: Tier | Lifecycle | undefined) => void;
}

const RULE = "rule";
/** So many words of each are shown: a column of more is hardly one of tiers. */
const SHOWN = 40;
const FIELD_TEXT: Record<ValueField, { one: string; options: SelectOption[] }> = {
  tier: {
    one: "Tier",
    options: TIERS.map((tier) => ({ value: String(tier), label: `${tier} · ${TIER_TEXT[tier].name}` })),
  },
  lifecycle: {
    one: "Lifecycle",
    options: LIFECYCLES.map((lifecycle) => ({ value: lifecycle, label: lifecycle })),
  },
};

const toldBy = (text: string): Tier | Lifecycle | undefined =>
  TIERS.find((tier) => String(tier) === text) ?? LIFECYCLES.find((lifecycle) => lifecycle === text);

/** What each word of a file for a tier or a lifecycle means here, told once for all its rows. */
export function ValuesCard({ values, onValue }: ValuesCardProps) {
  // Where all of them are our own words there is nothing to tell.
  if (values.every(({ value, to, by }) => by === "rule" && fold(value) === String(to))) return null;
  const unknown = values.filter(({ to }) => to === null).length;
  return (
    <Card
      title={
        unknown === 0
          ? "What its words mean here"
          : `What ${unknown === 1 ? "does one word" : `do ${unknown} words`} mean here?`
      }
    >
      <p className="mb-2.5 text-ink-2">
        Each counts for all of its rows, and is kept in this browser for your next import.
      </p>
      <div className="grid items-start gap-x-7 gap-y-3 lg:grid-cols-2">
        {VALUE_FIELDS.map((field) => {
          const met = values.filter((each) => each.field === field);
          return met.length === 0 ? null : (
            <ul
              key={field}
              aria-label={`Words for the ${FIELD_TEXT[field].one.toLowerCase()}`}
              className="grid gap-y-2"
            >
              {met.slice(0, SHOWN).map((each) => (
                <ValueLine key={fold(each.value)} met={each} onValue={onValue} />
              ))}
              {met.length > SHOWN && (
                <li className="border-t border-line pt-2 text-ink-2">
                  And {counted(met.length - SHOWN, "other word")}: is it the right column?
                </li>
              )}
            </ul>
          );
        })}
      </div>
    </Card>
  );
}

function ValueLine({ met, onValue }: { met: ValueMapping; onValue: ValuesCardProps["onValue"] }) {
  const { field, value, rows, to, by } = met;
  const { one, options } = FIELD_TEXT[field];
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_minmax(0,11rem)] items-start gap-x-3 border-t border-line pt-2">
      <span className="min-w-0 pt-1">
        <span className="text-ink-3">{one} </span>
        <bdi className="font-strong [overflow-wrap:anywhere]">{value}</bdi>
        <span className="block text-sm text-ink-3">{counted(rows, "row")}</span>
      </span>
      <Select
        label={`${one} that “${value}” means`}
        hideLabel
        value={to === null ? "" : String(to)}
        placeholder={to === null ? "Choose …" : undefined}
        error={to === null ? "not known here" : null}
        options={[...options, ...(by === "choice" ? [{ value: RULE, label: "As Plumbline reads it" }] : [])]}
        onChange={({ target }) => onValue(field, value, toldBy(target.value))}
      />
    </li>
  );
}
