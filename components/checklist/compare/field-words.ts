import type { QuestionCost } from "@/lib/domain/checklist";
import type { FieldValue } from "@/lib/domain/checklist-diff";
import {
  ABILITY_TEXT,
  type Ability,
  AREA_TEXT,
  type Area,
  COST_TEXT,
  type Tier,
} from "@/lib/domain/vocabulary";
import { intervalText, tierText } from "../question-facts";

const NAMES: Record<string, string> = {
  area: "Area",
  title: "Title",
  text: "Question",
  why: "Why it matters",
  convincing: "What would convince",
  howToFix: "How to get there",
  ability: "Ability",
  weight: "Weight",
  critical: "While open",
  upToTier: "Asked of",
  tags: "Only with tags",
  reviewAfterDays: "Look again after",
  effortDays: "Usual effort",
  costs: "Incidents a year",
};

/** What a field of a question is called on the screen. */
export const fieldName = (field: string): string => NAMES[field] ?? field;

/** What a field of a question holds, in words. */
export function valueText(field: string, value: FieldValue): string {
  switch (field) {
    case "area":
      return AREA_TEXT[value as Area].name;
    case "ability":
      return ABILITY_TEXT[value as Ability];
    case "critical":
      return value ? "a blocker" : "a gap";
    case "upToTier":
      return tierText(value as Tier) ?? "every service";
    case "reviewAfterDays":
      return intervalText(value as number);
    case "effortDays":
      return `${value} ${value === 1 ? "day" : "days"}`;
    case "tags":
      return (value as string[]).join(", ") || "none";
    case "costs":
      return (value as readonly QuestionCost[]).map(costText).join("\n") || "none";
    default:
      return String(value) || "nothing";
  }
}

const costText = ({ cost, incidentsPerYear, because }: QuestionCost) =>
  `${COST_TEXT[cost].name} ${incidentsPerYear}${because === "" ? "" : `, ${because}`}`;
