const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/**
 * A day of the calendar in a sentence: "9 December 2026", "9 December" in the year of another day.
 * @param day YYYY-MM-DD
 * @param beside a day near it in the text, YYYY-MM-DD; left out where the year is always said
 */
export function dayInWords(day: string, beside?: string): string {
  const [year = "", month, date] = day.split("-");
  const words = `${Number(date)} ${MONTHS[Number(month) - 1]}`;
  return beside?.startsWith(`${year}-`) ? words : `${words} ${year}`;
}
