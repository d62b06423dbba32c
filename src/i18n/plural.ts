const RULES = { fr: new Intl.PluralRules("fr"), en: new Intl.PluralRules("en") };
export type Language = keyof typeof RULES;

/** "3 champs", "1 champ": the number and its noun, by the language's plural rules. */
export function counted(language: Language, count: number, one: string, other: string): string {
  return `${count} ${RULES[language].select(count) === "one" ? one : other}`;
}
