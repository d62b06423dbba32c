/** The deadline, what contradicts what, what changed, and each point of the deposit: always with the document's sentence. */
import type { DeadlineTold, Disagreement } from "../src/consultation/beside.ts";
import type { Change } from "../src/consultation/changes.ts";
import { type Joined, pointsTold, type ReportRow, silentPoints, wordsOf } from "../src/consultation/report.ts";
import { ASKED_POINTS, type AskedPoint, type AskedPointFound, type ConsultationReading } from "../src/domain/asked.ts";
import { Tag } from "./controls.tsx";
import { useWords } from "./words.tsx";

/** Sentences quoted as they stand, in the document's language, with where they were read. */
export function Quotes({ quotes }: Pick<ReportRow, "quotes">) {
  const { m } = useWords();
  return quotes.map(({ quote, file, page, recognised }) => (
    <blockquote className="asked-quote" key={[file, page, quote].join()}>
      <span lang="fr">« {quote} »</span> <cite>{m.asked.where(file, page, recognised)}</cite>
    </blockquote>
  ));
}

function useLines() {
  const { m, language } = useWords();
  return wordsOf(m, language);
}

export function AskedDeadline({ told, reading }: { readonly told: DeadlineTold; readonly reading: ConsultationReading }) {
  const { m } = useWords();
  const row = useLines().deadline(told, reading);
  return (
    <div className={told.iso === null || told.differs ? "card card-warn" : "card"}>
      <h3>{m.asked.deadline.title}</h3>
      <p>
        <strong>{row.name}</strong> {row.state}
      </p>
      {row.said.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Quotes quotes={row.quotes} />
    </div>
  );
}

export function AskedDisagreements({ disagreements }: { readonly disagreements: readonly Disagreement[] }) {
  const { m } = useWords();
  const lines = useLines();
  if (disagreements.length === 0) return null;
  return (
    <div className="card card-warn">
      <h3>{m.asked.beside.title}</h3>
      <p>{m.asked.beside.intro}</p>
      {disagreements.map((one) => (
        <div key={one.point}>
          <h4>{m.asked.points[one.point]}</h4>
          <ul className="asked-sides">
            {one.sides.map((side) => (
              <li key={[side.from, side.said, side.found?.quote].join()}>
                {lines.sideOf(side, one.point)}
                {side.found !== null && <Quotes quotes={[side.found]} />}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

export function AskedChanges({ changes }: { readonly changes: readonly Change[] | null }) {
  const { m } = useWords();
  const lines = useLines();
  if (changes === null) return null;
  return (
    <section className="section asked-changes">
      <h3 className="section-title">
        {m.asked.changes.title}
        <span>{changes.length}</span>
      </h3>
      {changes.length === 0 && <p className="about">{m.asked.changes.none}</p>}
      <ul className="rows">
        {changes.map((change) => {
          const { name, state, said, quotes } = lines.change(change);
          return (
            <li className="row" key={[name, state].join()} data-touched={change.touches.length > 0}>
              <p>
                <strong>{name}</strong> <Tag tone={change.touches.length > 0 ? "warn" : "plain"}>{state}</Tag>
              </p>
              {said.map((line) => (
                <p className="about" key={line}>
                  {line}
                </p>
              ))}
              <Quotes quotes={quotes} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Pieces asked for lots that the company does not answer for. */
export function AskedOthers({ others }: Pick<Joined, "others">) {
  const { m } = useWords();
  const lines = useLines();
  if (others.length === 0) return null;
  return (
    <section className="section asked-others">
      <h3 className="section-title">
        {m.asked.lots.others}
        <span>{others.length}</span>
      </h3>
      <ul className="rows">
        {others.map((found) => (
          <li className="row" key={[found.list, found.piece, found.what, found.quote].join()}>
            <p>
              <strong>{lines.nameOf(found)}</strong> <span className="about">{lines.limitsOf(found)}</span>
            </p>
            <Quotes quotes={[found]} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The points that are listed even when the documents do not mention them. */
const EXPECTED: readonly AskedPoint[] = ASKED_POINTS.filter((point) => point !== "deadline");

export function AskedPoints({ joined }: { readonly joined: Joined }) {
  const { m } = useWords();
  const lines = useLines();
  const told = EXPECTED.map((point): readonly [AskedPoint, AskedPointFound[]] => [point, pointsTold(joined, point)]);
  const silent = silentPoints(joined).map((point) => m.asked.points[point].toLowerCase());
  return (
    <section className="section asked-points">
      <h3 className="section-title">{m.asked.pointsTitle}</h3>
      <ul className="rows">
        {told.flatMap(([point, all]) =>
          all.map((found) => (
            <li className="row" key={[point, found.file, found.page, found.quote].join()}>
              <p>
                <strong>{m.asked.points[point]}</strong> {lines.saidOf(found)} {lines.lotsSaid(found)}
              </p>
              <Quotes quotes={[found]} />
            </li>
          )),
        )}
      </ul>
      {silent.length > 0 && <p className="about">{m.asked.silent(silent.join(", "))}</p>}
    </section>
  );
}
