/** Prepared dossiers that the coffre keeps: their files to read again, until when, the room that they take, and the way to erase one. */
import { Download, Trash2 } from "lucide-react";
import type { PreparedFile } from "../src/domain/prepared.ts";
import { formatDay, parisDay } from "../src/domain/time.ts";
import { formatSize } from "../src/i18n/format.ts";
import type { ShownDossier } from "../src/messages/contract.ts";
import { Button } from "./controls.tsx";
import { useWords } from "./words.tsx";

export interface KeptDossiersActions {
  readonly download: (file: PreparedFile) => Promise<void>;
  readonly remove: (id: string) => Promise<unknown>;
}

interface KeptDossiersProps {
  readonly dossiers: readonly ShownDossier[];
  readonly actions: KeptDossiersActions;
}

export function KeptDossiers({ dossiers, actions }: KeptDossiersProps) {
  const { m, language } = useWords();
  const words = m.consultations.keptDossiers;
  if (dossiers.length === 0) return null;
  return (
    <ul className="kept-dossiers">
      {dossiers.map((one) => {
        const day = formatDay(parisDay(new Date(one.at)));
        return (
          <li key={one.id}>
            <p>{words.one(day, formatDay(one.until), formatSize(roomOf(one), language, m))}</p>
            <div className="ways">
              {one.files.map((file) => (
                <Button
                  key={file.key}
                  look="link"
                  aria-label={words.download(file.fileName, day)}
                  onPress={() => void actions.download(file)}
                >
                  <Download size={14} aria-hidden="true" />
                  {file.fileName}
                </Button>
              ))}
              <Button look="link" aria-label={words.removeOf(day)} onPress={() => void actions.remove(one.id)}>
                <Trash2 size={14} aria-hidden="true" />
                {words.remove}
              </Button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** Bytes of its files. Counted here: with the schema of a dossier, the page would wait for a library. */
const roomOf = ({ files }: ShownDossier) => files.reduce((sum, { size }) => sum + size, 0);

/** How many are kept, and the room that they take. */
export function KeptRoom({ dossiers }: { readonly dossiers: readonly ShownDossier[] }) {
  const { m, language } = useWords();
  if (dossiers.length === 0) return null;
  const bytes = dossiers.reduce((sum, one) => sum + roomOf(one), 0);
  return <p className="about">{m.consultations.keptDossiers.room(dossiers.length, formatSize(bytes, language, m))}</p>;
}
