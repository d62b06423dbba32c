/** The way into a closed coffre, on its own page or where one stands. */
import { Lock } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button, Field } from "./controls.tsx";
import { useWords } from "./words.tsx";

interface CoffreDoorProps {
  /** Answers false when the passphrase is not the right one. */
  readonly onUnlock: (passphrase: string) => Promise<boolean>;
  /** Set where opening the coffre is the purpose of the screen. */
  readonly autoFocus?: boolean;
}

function UnlockForm({ onUnlock, autoFocus = false }: CoffreDoorProps) {
  const { m } = useWords();
  const [passphrase, setPassphrase] = useState("");
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (passphrase === "" || busy) return;
    setBusy(true);
    setWrong(!(await onUnlock(passphrase)));
    setBusy(false);
  }
  return (
    <form className="unlock" onSubmit={submit} noValidate>
      <Field
        label={m.coffre.passphrase}
        value={passphrase}
        onChange={setPassphrase}
        type="password"
        error={wrong ? m.coffre.wrongPassphrase : undefined}
        autoFocus={autoFocus}
      />
      <Button look="primary" type="submit" isDisabled={passphrase === ""} isPending={busy}>
        {m.coffre.unlock}
      </Button>
    </form>
  );
}

/** The coffre's own page while it is closed. */
export function ClosedCoffre({ onUnlock }: CoffreDoorProps) {
  const { m } = useWords();
  return (
    <main className="options coffre">
      <h1>{m.coffre.heading}</h1>
      <section className="card protection">
        <h2>{m.coffre.locked}</h2>
        <p>{m.coffre.lockedText}</p>
        <UnlockForm onUnlock={onUnlock} autoFocus />
      </section>
    </main>
  );
}

/** A card, shown above what the closed coffre hides. */
export function CoffreDoorCard(door: CoffreDoorProps) {
  const { m } = useWords();
  return (
    <section className="section card coffre-door">
      <h2>
        <Lock size={16} aria-hidden="true" />
        {m.coffre.locked}
      </h2>
      <p>{m.coffre.lockedText}</p>
      <UnlockForm {...door} />
    </section>
  );
}
