/** "20" or "2,5" typed for megabytes or megabits, in bytes or bits; `null` when it is not such a number. */
export function millionsIn(text: string): number | null {
  const number = /^\s*\d{1,5}(?:[.,]\d{1,3})?\s*$/.test(text) ? Number(text.trim().replace(",", ".")) : 0;
  return number > 0 ? Math.round(number * 1_000_000) : null;
}
