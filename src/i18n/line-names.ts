/** What each line of a form is called: the page's own words, cleaned, made distinct by the year and the title of the block. */
import type { FieldKey } from "../domain/fields.ts";
import type { Messages } from "./fr.ts";

interface Asked {
  readonly field: FieldKey;
  readonly pageLabel: string;
  readonly heading?: string | undefined;
}

export interface LineName {
  /** No other line has it, where the page or the catalogue can tell them apart. */
  readonly name: string;
  /** The same without its year, which is shown apart: a label too long for its line is cut, its year never. */
  readonly label: string;
  readonly year?: string | undefined;
  /** The block's title, where it is what tells the line from another: shown before the label unless it stands above. */
  readonly title?: string | undefined;
}

/** @param yearOf the year of the accounts known for N-1, N-2 or N-3, "2025" */
export function lineNames(lines: readonly Asked[], m: Messages, yearOf: (back: string) => string | undefined): LineName[] {
  const plain = lines.map(({ pageLabel, field }): LineName => {
    const said = cleaned(pageLabel);
    // The page calls both boxes of a split number the same.
    const label = said === "" || field === "nic" ? m.labels.field(field) : said;
    return dated(label, /N([123])$/.exec(field)?.[1], yearOf);
  });
  const titled = apart(
    plain,
    (line) => cleaned(line.heading ?? ""),
    (one, title) => ({ ...one, title }),
  );
  return apart(
    titled,
    ({ field }) => m.labels.field(field),
    (one, word) => ({ ...one, label: `${word} · ${one.label}` }),
  );

  /** Adds to the names that are there twice what tells them apart. */
  function apart(
    names: readonly LineName[],
    telling: (line: Asked) => string,
    shown: (one: LineName, more: string) => LineName,
  ): LineName[] {
    const isTwice = ({ name }: LineName) => names.filter((other) => other.name === name).length > 1;
    return names.map((one, index) => {
      const line = lines[index];
      const more = line === undefined ? "" : telling(line);
      if (!isTwice(one) || more === "" || more === one.label) return one;
      return { ...shown(one, more), name: `${one.name} · ${more}` };
    });
  }
}

/**
 * The title of each line's block, where it changes and the list has more than one; `undefined` under the same title. Lines without a title
 * stand under none.
 */
export function blockTitles(lines: readonly Pick<Asked, "heading">[]): (string | undefined)[] {
  const titles = lines.map(({ heading }) => cleaned(heading ?? ""));
  if (new Set(titles).size < 2) return titles.map(() => undefined);
  return titles.map((title, index) => (title === "" || title === titles[index - 1] ? undefined : title));
}

/** Without the page's own marks: "Nom * :" is "Nom". */
export function cleaned(label: string): string {
  return label
    .replace(/[\s\u00a0]+/g, " ")
    .replace(/(\s*(\*|:|\(\*\)|\((obligatoire|required)\)))+\s*$/i, "")
    .replace(/^\*\s*/, "")
    .trim();
}

/** @param back of which accounts: those of N-1, N-2 or N-3 */
function dated(label: string, back: string | undefined, yearOf: (back: string) => string | undefined): LineName {
  if (back === undefined) return { name: label, label };
  const said = new RegExp(`[\\s(–-]*(exercice\\s+)?N\\s?[-–]\\s?${back}\\)?`, "i");
  const year = yearOf(back) ?? `N-${back}`;
  const isSaid = label.includes(year) || (year.startsWith("N") && said.test(label));
  return { name: isSaid ? label : `${label} ${year}`, label: label.replace(said, "").trim() || label, year };
}
