/** The passphrase, the export and the import of the coffre; and the door when it is closed. */
import { type FormEvent, useState } from "react";
import { FileTrigger } from "react-aria-components";
import type { Messages } from "../src/i18n/fr.ts";
import { Button, Field } from "./controls.tsx";
import { useWords } from "./words.tsx";

export interface ProtectionActions {
  readonly protect: (passphrase: string) => Promise<void>;
  readonly unprotect: () => Promise<void>;
  readonly exportAll: (passphrase: string) => Promise<void>;
  readonly importFile: (file: File, passphrase: string) => Promise<Imported>;
}

type Imported =
  | { readonly state: "imported"; readonly pieces: number; readonly alreadyHere: number }
  | { readonly state: keyof Messages["coffre"]["importFailures"] };

const LEAST_CHARACTERS = 12;

export function CoffreProtection({ isProtected, actions }: { readonly isProtected: boolean; readonly actions: ProtectionActions }) {
  const { m } = useWords();
  const [passphrase, setPassphrase] = useState("");
  const [said, setSaid] = useState("");
  const short = passphrase.length < LEAST_CHARACTERS;

  async function bring(file: File): Promise<void> {
    const outcome = await actions.importFile(file, passphrase);
    setSaid(outcome.state === "imported" ? m.coffre.imported(outcome.pieces, outcome.alreadyHere) : m.coffre.importFailures[outcome.state]);
  }

  async function protect(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (short) return;
    await actions.protect(passphrase);
    setPassphrase("");
  }

  return (
    <section className="section card protection">
      <h2>{m.coffre.protection}</h2>
      <p>{isProtected ? m.coffre.protected : m.coffre.unprotected}</p>
      <form onSubmit={protect} noValidate>
        <Field label={m.coffre.passphrase} hint={m.coffre.passphraseHint} value={passphrase} onChange={setPassphrase} type="password" />
        <Button type="submit" isDisabled={short}>
          {m.coffre.protect}
        </Button>
      </form>
      <div className="choices">
        {isProtected && <Button onPress={() => void actions.unprotect()}>{m.coffre.unprotect}</Button>}
        <Button isDisabled={short} onPress={() => void actions.exportAll(passphrase)}>
          {m.coffre.exportAll}
        </Button>
        <FileTrigger
          onSelect={(list) => {
            const file = list?.[0];
            if (file !== undefined) void bring(file);
          }}
        >
          <Button isDisabled={short}>{m.coffre.importFile}</Button>
        </FileTrigger>
      </div>
      <p role="status">{said}</p>
    </section>
  );
}

interface CoffreDoorProps {
  /** Answers false when the passphrase is not the right one. */
  readonly onUnlock: (passphrase: string) => Promise<boolean>;
}

export function ClosedCoffre({ onUnlock }: CoffreDoorProps) {
  const { m } = useWords();
  const [passphrase, setPassphrase] = useState("");
  const [wrong, setWrong] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setWrong(!(await onUnlock(passphrase)));
  }
  return (
    <main className="options coffre">
      <h1>{m.coffre.heading}</h1>
      <section className="card protection">
        <h2>{m.coffre.locked}</h2>
        <p>{m.coffre.lockedText}</p>
        <form onSubmit={submit} noValidate>
          <Field
            label={m.coffre.passphrase}
            value={passphrase}
            onChange={setPassphrase}
            type="password"
            error={wrong ? m.coffre.wrongPassphrase : undefined}
            autoFocus
          />
          <Button look="primary" type="submit" isDisabled={passphrase === ""}>
            {m.coffre.unlock}
          </Button>
        </form>
      </section>
    </main>
  );
}
