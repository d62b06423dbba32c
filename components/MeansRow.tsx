/** One reference, person, equipment or year, as a list shows it. */
import type { DossierPiece } from "../src/domain/dossier.ts";
import type { ContractReference, Equipment, Headcount, TeamMember } from "../src/domain/means.ts";
import { formatDay } from "../src/domain/time.ts";
import type { OfferedReference } from "../src/dossier/references.ts";
import type { Language } from "../src/i18n/plural.ts";
import { Tag } from "./controls.tsx";
import { useWords } from "./words.tsx";

/** An entry and its kind. `offered`: how well a reference suits the consultation. */
export type EntryOf =
  | { readonly kind: "references"; readonly value: ContractReference; readonly title: string; readonly offered: OfferedReference }
  | { readonly kind: "team"; readonly value: TeamMember; readonly title: string; readonly offered?: undefined }
  | { readonly kind: "equipment"; readonly value: Equipment; readonly title: string; readonly offered?: undefined }
  | { readonly kind: "headcounts"; readonly value: Headcount; readonly title: string; readonly offered?: undefined };

interface MeansRowProps {
  readonly entry: EntryOf;
  readonly pieces: readonly DossierPiece[];
}

export function MeansRow({ entry, pieces }: MeansRowProps) {
  const { m } = useWords();
  const { pieceId } = "pieceId" in entry.value ? entry.value : { pieceId: undefined };
  const piece = pieces.find(({ origin }) => origin.from === "coffre" && origin.pieceId === pieceId);
  return (
    <div>
      <p className="title">{entry.title}</p>
      {entry.kind === "references" ? <Reference offered={entry.offered} /> : <Other entry={entry} />}
      {piece !== undefined && <p className="about">{m.means.certificate(piece.title)}</p>}
    </div>
  );
}

function euros(amount: number, language: Language): string {
  return new Intl.NumberFormat(language, { style: "currency", currency: "EUR", maximumFractionDigits: 2, minimumFractionDigits: 0 }).format(
    amount,
  );
}

function Reference({ offered: { reference, fit, spoilt, also, changed } }: { readonly offered: OfferedReference }) {
  const { m, language } = useWords();
  const words = m.means;
  const { client, amount, maximum, shared, published, nature, contact } = reference;
  const about = [...(maximum === true ? [words.maximum] : []), ...(shared === true ? [words.shared] : [])].join(", ");
  const told = amount === undefined ? (published === undefined ? "" : words.noAmount) : euros(amount, language);
  const lines = [
    client,
    [told, about].filter(Boolean).join(", "),
    datesOf(reference, words),
    [contact.name, contact.phone, contact.email].filter(Boolean).join(", "),
    published === undefined ? words.entered : words.published(published.provider, formatDay(published.readOn)),
    ...also.map(({ provider, readOn }) => words.published(provider, formatDay(readOn))),
  ];
  const fits = [
    ...(fit.cpv > 0 ? [words.sameCpv(fit.cpv)] : []),
    ...(fit.words.length > 0 ? [words.sameWords(fit.words.join(", "))] : []),
    ...(fit.sameOrder ? [words.sameOrder] : []),
  ];
  return (
    <>
      <p className="about">{lines.filter(Boolean).join(" · ")}</p>
      <p className="tags">
        {fits.map((fitting) => (
          <Tag key={fitting} tone="ok">
            {fitting}
          </Tag>
        ))}
        {fit.years !== null && <Tag tone={fit.years > 5 ? "warn" : "plain"}>{words.age(fit.years)}</Tag>}
      </p>
      {spoilt && <p className="about tone-warn">{words.spoilt}</p>}
      {nature === undefined && <p className="about tone-warn">{words.noNature}</p>}
      {changed !== null && (
        <p className="about tone-warn">
          {words.changed(
            [
              changed.amount === undefined ? words.noAmount : euros(changed.amount, language),
              changed.months === undefined ? "" : words.months(changed.months),
            ]
              .filter(Boolean)
              .join(", "),
          )}
        </p>
      )}
    </>
  );
}

function datesOf({ from, until, notifiedOn, months }: ContractReference, words: ReturnType<typeof useWords>["m"]["means"]): string {
  if (from !== undefined && until !== undefined) return words.performed(formatDay(from), formatDay(until));
  if (from !== undefined) return words.since(formatDay(from));
  if (until !== undefined) return words.until(formatDay(until));
  return [notifiedOn === undefined ? "" : words.notified(formatDay(notifiedOn)), months === undefined ? "" : words.months(months)]
    .filter(Boolean)
    .join(", ");
}

function Other({ entry: { value } }: { readonly entry: Exclude<EntryOf, { kind: "references" }> }) {
  const { m } = useWords();
  const words = m.means;
  const lines =
    "year" in value
      ? [value.average === undefined ? "" : words.headcount(value.average), value.leaders === undefined ? "" : words.leaders(value.leaders)]
      : "lastName" in value
        ? [
            value.role,
            value.leads ? words.leads : "",
            value.qualifications,
            value.experience === undefined ? "" : words.years(value.experience),
          ]
        : [value.count === undefined ? "" : words.labelled(words.fields.count, String(value.count)), value.about];
  return <p className="about">{lines.filter(Boolean).join(" · ")}</p>;
}
