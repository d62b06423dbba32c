/** The lots and the group of the bid, as they would be written into the page: once the person asks for it, and only what is certain. */
import { useState } from "react";
import type { Bid } from "../src/domain/bid.ts";
import type { Dossier } from "../src/domain/dossier.ts";
import { formatSiret } from "../src/domain/siret.ts";
import { memberValue, type RowOwner, rowOwners } from "../src/dossier/group-rows.ts";
import { lotsTakenOneByOne, lotValue } from "../src/dossier/lot-values.ts";
import { type GroupMember, groupOf } from "../src/dossier/parties.ts";
import type { Input } from "../src/messages/contract.ts";
import type { ListLine } from "../src/messages/situation.ts";
import { Button } from "./controls.tsx";
import { FilledSaid, type ListsFilling, useFilling } from "./MeansLists.tsx";
import { useWords } from "./words.tsx";

interface BidInPageProps {
  readonly lines: readonly ListLine[];
  readonly bid: Bid;
  readonly dossier: Dossier;
  readonly onFill: ListsFilling;
}

/** One row of the page's table of the group. */
interface Row {
  readonly key: string;
  readonly lines: readonly ListLine[];
  readonly said: string;
}

type Cells = Input<"fillLists">["cells"];

interface OwnedRow {
  readonly row: Row;
  readonly owner: RowOwner;
  readonly member: GroupMember | undefined;
  readonly cells: Cells;
}

/** Shows nothing when the page asks for neither lots nor members, or when none was chosen. */
export function BidInPage({ lines, bid, dossier, onFill }: BidInPageProps) {
  const { m } = useWords();
  const words = m.candidacy.inPage;
  const [given, setGiven] = useState<Given>({});
  const { outcome, fill } = useFilling(onFill);
  const group = groupOf(bid, dossier);
  const owned = ownedRows(lines, group, given);
  const lots = lines.flatMap((line): Cells => {
    const value = line.cell.list === "lots" && line.empty ? lotValue(line.cell, line.type, bid.portee) : undefined;
    return value === undefined ? [] : [{ frameId: line.frameId, id: line.id, cell: line.cell, value }];
  });
  const oneByOne = [...Map.groupBy(lines, ({ frameId }) => frameId).values()].flatMap((own) => lotsTakenOneByOne(own, bid.portee));
  if (lots.length === 0 && oneByOne.length === 0 && owned.length === 0) return null;
  const cells = [...lots, ...owned.flatMap((one) => one.cells)];
  return (
    <section className="card in-page" data-in-page>
      <h3 className="section-title">{words.heading}</h3>
      {lots.length > 0 && <p>{words.lots(lots.map(lotSaid).join(" · "))}</p>}
      {oneByOne.length > 0 && <p className="tone-warn">{words.oneLotOnly([...new Set(oneByOne)].join(" · "))}</p>}
      {owned.length > 0 && (
        <ul className="rows">
          {owned.map((one, at) => (
            <GroupRowLine
              key={one.row.key}
              title={one.row.said === "" ? words.row(at + 1) : one.row.said}
              {...{ ...one, group }}
              given={given[one.row.key] ?? ""}
              onGive={(siret) => setGiven({ ...given, [one.row.key]: siret })}
            />
          ))}
        </ul>
      )}
      {cells.length > 0 && <Button onPress={() => fill(cells)}>{m.means.write(cells.length)}</Button>}
      <FilledSaid outcome={outcome} />
    </section>
  );
}

interface GroupRowLineProps extends Omit<OwnedRow, "row"> {
  readonly title: string;
  readonly group: readonly GroupMember[];
  readonly given: string;
  readonly onGive: (siret: string) => void;
}

function GroupRowLine({ title, owner, member, cells, group, given, onGive }: GroupRowLineProps) {
  const { m } = useWords();
  const words = m.candidacy.inPage;
  return (
    <li className="row">
      <div>
        <p className="title">{title}</p>
        {owner === "unsure" ? (
          <div className="field">
            <select aria-label={words.whose(title)} autoComplete="off" value={given} onChange={(event) => onGive(event.target.value)}>
              <option value="">{words.nobody}</option>
              {group.map((one) => (
                <option key={one.dossier.siret} value={one.dossier.siret}>
                  {titleOf(one)}
                </option>
              ))}
            </select>
          </div>
        ) : (
          <p className="about">{member === undefined ? words.elsewhere : titleOf(member)}</p>
        )}
        {member !== undefined && <p className="about">{cells.length === 0 ? words.nothing : words.cells(cells.length)}</p>}
      </div>
    </li>
  );
}

/** The company that the person chose for each row. */
type Given = Readonly<Record<string, string>>;

function ownedRows(lines: readonly ListLine[], group: readonly GroupMember[], given: Given): OwnedRow[] {
  const rows = group.length < 2 ? [] : rowsOf(lines);
  const owners = rowOwners(rows.map(rowRead), group);
  return rows.map((row, at): OwnedRow => {
    const owner = owners[at] ?? "unsure";
    const siret = typeof owner === "object" ? owner.siret : owner === "unsure" ? given[row.key] : undefined;
    const member = group.find((one) => one.dossier.siret === siret);
    return { row, owner, member, cells: member === undefined ? [] : cellsOf(row, member) };
  });
}

const lotSaid = ({ cell: { said, options }, value }: Cells[number]) =>
  options !== undefined && typeof value === "string" ? value : (said ?? "");

function titleOf({ dossier: { siret, values } }: GroupMember): string {
  const name = values.raisonSociale?.value;
  return name === undefined ? formatSiret(siret) : `${String(name)} (${formatSiret(siret)})`;
}

function rowsOf(lines: readonly ListLine[]): Row[] {
  const members = lines.filter(({ cell }) => cell.list === "members");
  const keyOf = ({ frameId, cell: { at, said = "" } }: ListLine) => `${frameId}|${at}|${said}`;
  return [...Map.groupBy(members, keyOf)].map(([key, own]) => ({ key, lines: own, said: own[0]?.cell.said ?? "" }));
}

function rowRead({ said, lines }: Row) {
  const held = (column: "siret" | "name") => lines.find(({ cell, holds }) => cell.column === column && holds !== undefined)?.holds;
  return { said, siret: held("siret"), name: held("name") };
}

function cellsOf({ lines }: Row, member: GroupMember): Cells {
  return lines.flatMap(({ frameId, id, cell, empty }) => {
    const value = empty ? memberValue(cell, member) : undefined;
    return value === undefined ? [] : [{ frameId, id, cell, value }];
  });
}
