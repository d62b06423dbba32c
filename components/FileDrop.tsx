/** Where files are dropped or chosen, several at once. */
import type { ReactNode } from "react";
import { DropZone, type FileDropItem } from "react-aria-components";
import { CONVERTED_TYPES, FILE_TYPES } from "../src/domain/files.ts";
import { Button } from "./controls.tsx";
import "./FileDrop.css";
import { FilePick } from "./FilePick.tsx";
import { useWords } from "./words.tsx";

interface FileDropProps {
  readonly onFiles: (files: readonly File[]) => void;
  /** One line, for a narrow screen that shows other things. */
  readonly small?: boolean;
  readonly children?: ReactNode;
}

export function FileDrop({ onFiles, small = false, children }: FileDropProps) {
  const { m } = useWords();
  const dropped = async (items: readonly { readonly kind: string }[]) => {
    const files = items.filter((item): item is FileDropItem => item.kind === "file");
    onFiles(await Promise.all(files.map((item) => item.getFile())));
  };
  return (
    <DropZone className={small ? "drop drop-small" : "section drop"} aria-label={m.coffre.drop} onDrop={({ items }) => void dropped(items)}>
      {small ? <span className="about">{m.coffre.dropSmall}</span> : <strong>{m.coffre.drop}</strong>}
      <FilePick several types={[...FILE_TYPES, ...CONVERTED_TYPES]} onFiles={onFiles}>
        <Button look={small ? "link" : "primary"}>{m.coffre.choose}</Button>
      </FilePick>
      {!small && <span className="about">{m.coffre.accepted}</span>}
      {children}
    </DropZone>
  );
}
