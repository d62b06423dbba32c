/** A button that has the person choose files. */
import { type ReactNode, useRef } from "react";
import { FileTrigger } from "react-aria-components";

interface FilePickProps {
  readonly types?: readonly string[];
  readonly several?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  /** The button. */
  readonly children: ReactNode;
}

/** Emptied once the files are given: browsers write the file names in a page's controls to the disk, to restore the page. */
export function FilePick({ types, several = false, onFiles, children }: FilePickProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <FileTrigger
      ref={input}
      allowsMultiple={several}
      {...(types === undefined ? {} : { acceptedFileTypes: types })}
      onSelect={(list) => {
        const files = [...(list ?? [])];
        if (input.current !== null) input.current.value = "";
        onFiles(files);
      }}
    >
      {children}
    </FileTrigger>
  );
}
