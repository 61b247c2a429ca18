import { Pill, type PillTone } from "@/components/ui/pill";
import { type Lifecycle, STANDING_TEXT, type Standing } from "@/lib/domain/vocabulary";

const TONE: Record<Standing, PillTone> = {
  production_ready: "good",
  ready_with_accepted_risks: "good-dashed",
  working: "brass",
  unassessed: "quiet",
};

/** Where a service stands, in one or two words; a retired one says that instead. */
export function StandingPill({
  standing,
  lifecycle,
}: {
  standing: Standing;
  lifecycle?: Lifecycle | undefined;
}) {
  if (lifecycle === "retired") return <Pill tone="plain">Retired</Pill>;
  return <Pill tone={TONE[standing]}>{STANDING_TEXT[standing]}</Pill>;
}
