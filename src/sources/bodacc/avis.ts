/** BODACC's notices: their raw shape, and what is kept of each notice about a company. */
import { z } from "zod";
import { isAtHost } from "../../domain/hosts.ts";
import { known, webAddress } from "../cleaning.ts";
import { embedded, judgedDay, plain, repaired } from "./text.ts";

const maybeText = z.string().nullish();
/** An absent text is read as empty: one notice without its day must not lose the others. */
const text = maybeText.transform((written) => written ?? "");
const numberText = z.union([z.string(), z.number()]).nullish();

const Published = z.object({
  id: text,
  dateparution: text,
  familleavis: maybeText,
  typeavis: text,
  publicationavis: maybeText,
  parution: numberText,
  numeroannonce: numberText,
  tribunal: maybeText,
  registre: z.union([z.array(z.string()), z.string()]).nullish(),
  url_complete: maybeText,
  jugement: z.unknown().optional(),
  listepersonnes: z.unknown().optional(),
  radiationaurcs: z.unknown().optional(),
  parutionavisprecedent: z.unknown().optional(),
});
type Published = z.infer<typeof Published>;

export const Avis = z.object({ results: z.array(Published) });
export type Avis = z.infer<typeof Avis>;

const RawJugement = z.object({ famille: maybeText, nature: maybeText, date: maybeText, complementJugement: maybeText });
const Precedent = z.object({ nomPublication: z.string(), numeroParution: numberText, numeroAnnonce: numberText });
const Radiation = z.object({ commentaire: maybeText });
const Personne = z.object({
  numeroImmatriculation: z.object({ numeroIdentification: maybeText, codeRCS: maybeText, nomGreffeImmat: maybeText }).nullish(),
  inscriptionRM: z.object({ numeroIdentificationRM: maybeText }).nullish(),
});
type Personne = z.infer<typeof Personne>;
/** An object when there is one, an array when there are several. */
const Personnes = z.object({ personne: z.union([z.array(Personne), Personne.transform((one) => [one])]) });

interface Jugement {
  readonly famille: string;
  readonly nature: string;
  readonly complement: string;
}

/** One notice about the company. */
export interface Annonce {
  /** The names under which this notice may point at those that it corrects or withdraws. */
  readonly targets: readonly string[];
  /** The names under which another notice may point at it. */
  readonly names: readonly string[];
  readonly type: "annonce" | "rectificatif" | "annulation";
  readonly famille: string;
  readonly publishedOn: string;
  readonly judgedOn: string | undefined;
  readonly jugement: Jugement | undefined;
  /** The radiation's own comment, plain; `undefined` when the notice is no radiation. */
  readonly radiation: string | undefined;
  readonly tribunal: string | undefined;
  readonly greffe: string | undefined;
  /** False when the notice names several companies and does not say which one is judged. */
  readonly certain: boolean;
  readonly url: string | undefined;
}

/** The text with its encoding repaired, or `undefined`. */
const written = (text: string | null | undefined) => known(repaired(text ?? ""));
const digits = (text: string | null | undefined) => (text ?? "").replace(/\D/g, "");

function read<Shape extends z.ZodType>(shape: Shape, value: unknown): z.infer<Shape> | undefined {
  const parsed = shape.safeParse(embedded(value));
  return parsed.success ? parsed.data : undefined;
}

function numbersOf(personne: Personne): string[] {
  const numbers = [personne.numeroImmatriculation?.numeroIdentification, personne.inscriptionRM?.numeroIdentificationRM];
  return numbers.map((number) => digits(number).slice(0, 9)).filter((number) => number.length === 9);
}

/** Whether the notice is about the company: `false` when it names other persons, `"perhaps"` when it does not say. */
function concerns(record: Published, personnes: readonly Personne[], siren: string): boolean | "perhaps" {
  const identified = personnes.flatMap(numbersOf);
  if (identified.length > 0) return identified.includes(siren);
  const listed = Array.isArray(record.registre) ? record.registre : (record.registre ?? "").split(",");
  const companies = new Set(listed.map(digits).filter((number) => number.length === 9));
  return companies.size <= 1 ? true : companies.has(siren) ? "perhaps" : false;
}

/** "A202400121000": letter, issue and number without padding. Corrections name their notice that way. */
function nameOf(
  publication: string | null | undefined,
  parution: string | number | null | undefined,
  number: string | number | null | undefined,
) {
  const [issue, own] = [parution, number].map((part) =>
    String(part ?? "")
      .replace(/\D/g, "")
      .replace(/^0+/, ""),
  );
  return `${(publication ?? "").trim().slice(-1).toUpperCase()}${issue}${own}`;
}

function publicUrl(record: Published): string | undefined {
  const { url_complete, publicationavis, parution, numeroannonce } = record;
  const given = webAddress(url_complete);
  if (given !== undefined && isAtHost(given, ["*.bodacc.fr"])) return given;
  const isWhole = /^[ABC]$/.test(publicationavis ?? "") && /^\d{8}$/.test(String(parution)) && /^\d+$/.test(String(numeroannonce));
  return isWhole ? `https://www.bodacc.fr/annonce/detail-annonce/${publicationavis}/${parution}/${numeroannonce}` : undefined;
}

function typeOf(record: Published): Annonce["type"] {
  const type = plain(record.typeavis);
  return type === "rectificatif" || type === "annulation" ? type : "annonce";
}

/**
 * The notices about the company as published, before corrections are applied.
 * @param today "2026-05-31": dates after it are mistakes
 */
export function annoncesOf({ results }: Avis, siren: string, today: string): Annonce[] {
  return results.flatMap((record): Annonce[] => {
    const personnes = read(Personnes, record.listepersonnes)?.personne ?? [];
    const concerned = concerns(record, personnes, siren);
    if (concerned === false) return [];
    const jugement = read(RawJugement, record.jugement);
    const precedent = read(Precedent, record.parutionavisprecedent);
    const radiation = read(Radiation, record.radiationaurcs);
    // A notice without a family is classified by its content.
    const famille = plain(record.familleavis) || (jugement !== undefined ? "collective" : radiation !== undefined ? "radiation" : "");
    const own = personnes.find((personne) => numbersOf(personne).includes(siren))?.numeroImmatriculation;
    return [
      {
        targets: precedent === undefined ? [] : [nameOf(precedent.nomPublication, precedent.numeroParution, precedent.numeroAnnonce)],
        names: [record.id, nameOf(record.publicationavis ?? record.id.slice(0, 1), record.parution, record.numeroannonce)],
        type: typeOf(record),
        famille,
        publishedOn: judgedDay(record.dateparution, today) ?? "",
        judgedOn: judgedDay(jugement?.date, today),
        jugement:
          jugement === undefined
            ? undefined
            : {
                famille: written(jugement.famille) ?? "",
                nature: written(jugement.nature) ?? "",
                complement: written(jugement.complementJugement) ?? "",
              },
        radiation: famille === "radiation" ? plain(radiation?.commentaire) : undefined,
        tribunal: written(record.tribunal),
        greffe: plain(own?.codeRCS) === "rcs" ? written(own?.nomGreffeImmat) : undefined,
        certain: concerned === true,
        url: publicUrl(record),
      },
    ];
  });
}
