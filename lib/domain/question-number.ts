import type { Question } from "./checklist";
import { AREAS, type Area } from "./vocabulary";

/**
 * The number of each question of a checklist version, by key: its area's place among the ten and its own place within
 * the area, such as 3.2. One question has one number wherever it is shown, whoever it applies to.
 * @param questions all of the version, in order
 */
export function questionNumbers(
  questions: readonly Pick<Question, "key" | "area">[],
): ReadonlyMap<string, string> {
  const places = new Map<Area, number>();
  return new Map(
    questions.map(({ key, area }) => {
      const place = (places.get(area) ?? 0) + 1;
      places.set(area, place);
      return [key, `${AREAS.indexOf(area) + 1}.${place}`];
    }),
  );
}
