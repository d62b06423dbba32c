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

/** The files once given, the control holds none: browsers write the names that a page's controls hold to the disk, to open it again. */
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
