/** For a place that takes the whole candidature: the dossier that was prepared, or one file made now of the documents ticked. */
import { RadioGroup } from "react-aria-components";
import type { PreparedDossier } from "../src/domain/prepared.ts";
import { formatMoment, formatSize } from "../src/i18n/format.ts";
import type { SlotLine } from "../src/messages/situation.ts";
import { Choice } from "./controls.tsx";
import { useWords } from "./words.tsx";

interface SlotSourceProps {
  readonly slot: SlotLine;
  readonly prepared: PreparedDossier;
  readonly chosen: readonly string[];
  readonly now: Date;
  readonly onChoose: (ids: readonly string[]) => void;
}

const NOW = "now";

export function SlotSource({ slot, prepared, chosen, now, onChoose }: SlotSourceProps) {
  const { m } = useWords();
  const held = slot.prepared.findIndex((keys) => keys.some((key) => chosen.includes(key)));
  return (
    <RadioGroup
      className="more choice-list"
      aria-label={m.dossier.which}
      value={held === -1 ? NOW : String(held)}
      onChange={(value) => onChoose(value === NOW ? slot.proposed : (slot.prepared[Number(value)] ?? slot.proposed))}
    >
      {slot.prepared.map((keys, index) => (
        <Choice key={keys.join()} value={String(index)}>
          <PreparedName keys={keys} prepared={prepared} now={now} />
        </Choice>
      ))}
      <Choice value={NOW}>
        <span>{m.dossier.gatherNow}</span>
      </Choice>
    </RadioGroup>
  );
}

function PreparedName({ keys, prepared, now }: Pick<SlotSourceProps, "prepared" | "now"> & { readonly keys: readonly string[] }) {
  const { m, language } = useWords();
  const files = prepared.files.filter(({ key }) => keys.includes(key));
  const time = formatMoment(prepared.at, now, language);
  const [only] = files;
  if (only !== undefined && files.length < prepared.files.length) return <span>{m.dossier.preparedFile(only.fileName, time)}</span>;
  const size = files.reduce((sum, file) => sum + file.size, 0);
  return <span>{m.dossier.preparedFiles(files.length, formatSize(size, language, m), time)}</span>;
}
