/**
 * Expected incidents a year, rounded for people: "0", "< 0.1", "1.0", "12.3", "1,204".
 * @param incidents occurrences a year, unrounded, not negative
 */
export function incidentsText(incidents: number): string {
  if (incidents === 0) return "0";
  if (incidents < 0.05) return "< 0.1";
  if (incidents < 99.95) return incidents.toFixed(1);
  return Math.round(incidents).toLocaleString("en");
}

/** Days of work: "0.5 d", "3 d". */
export const effortText = (days: number): string => `${Math.round(days * 10) / 10} d`;
