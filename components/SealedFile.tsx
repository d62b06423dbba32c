/** A sealed file to open: the file first, then the passphrase that its maker told. */
import { type FormEvent, useState } from "react";
import { Button, Field } from "./controls.tsx";
import { FilePick } from "./FilePick.tsx";

interface SealedFileProps {
  readonly intro?: string;
  /** Name of the gesture that picks the file. */
  readonly choose: string;
  readonly itsPassphrase: string;
  /** Name of the gesture that opens it. */
  readonly open: string;
  readonly busy: boolean;
  readonly onGive: (file: File, passphrase: string) => Promise<void>;
}

export function SealedFile({ intro, choose, itsPassphrase, open, busy, onGive }: SealedFileProps) {
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState("");

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (file !== null && passphrase !== "") void onGive(file, passphrase);
  }

  return (
    <form className="panel" onSubmit={submit} noValidate>
      {intro !== undefined && <p className="about">{intro}</p>}
      <div className="choices">
        <FilePick onFiles={([picked]) => setFile(picked ?? null)}>
          <Button>{choose}</Button>
        </FilePick>
        <span>{file?.name ?? ""}</span>
      </div>
      {file !== null && (
        <>
          <div className="twice">
            <Field label={itsPassphrase} value={passphrase} onChange={setPassphrase} type="password" autoFocus />
          </div>
          <div className="choices">
            <Button look="primary" type="submit" isDisabled={passphrase === "" || busy}>
              {open}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
