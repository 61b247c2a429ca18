import { AREA_TEXT, type Area } from "@/lib/domain/vocabulary";

const BROKEN: Partial<Record<Area, string>> = {
  maintainability: "Maintain\u00ADability",
  documentation: "Docu\u00ADmentation",
};

/** Short name of an area for the narrow head of a column, with the places where it may break. */
export const areaHead = (area: Area): string => BROKEN[area] ?? AREA_TEXT[area].name;
