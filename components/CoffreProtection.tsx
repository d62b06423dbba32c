/** The passphrase, the export and the import of the coffre; and the door when it is closed. */
import { type FormEvent, useState } from "react";
import { type Strength, strengthOf } from "../src/domain/passphrase.ts";
import type { Messages } from "../src/i18n/fr.ts";
import { Button, Checkbox, Field } from "./controls.tsx";
import { FilePick } from "./FilePick.tsx";
import { useWords } from "./words.tsx";

export interface ProtectionActions {
  readonly protect: (passphrase: string) => Promise<void>;
  readonly unprotect: () => Promise<void>;
  readonly exportAll: (passphrase: string) => Promise<void>;
  readonly importFile: (file: File, passphrase: string) => Promise<Imported>;
  /** A passphrase of words drawn at random. */
  readonly drawWords: () => string;
}

type Imported =
  | { readonly state: "imported"; readonly pieces: number; readonly alreadyHere: number }
  | { readonly state: keyof Messages["coffre"]["importFailures"] };

interface ProtectionProps {
  readonly isProtected: boolean;
  /** What anybody knows of the companies: no passphrase is made of it. */
  readonly known: readonly string[];
  readonly actions: ProtectionActions;
}

export function CoffreProtection({ isProtected, known, actions }: ProtectionProps) {
  const { m } = useWords();
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const [shown, setShown] = useState(false);
  const { said, busy, during } = useWork();
  const strength = strengthOf(passphrase, known);
  const differs = !shown && again !== passphrase;
  // A passphrase that nobody saw, and typed once, may be another than the person believes.
  const isReady = strength !== "weak" && !differs && !busy;

  function protect(event: FormEvent): void {
    event.preventDefault();
    if (!isReady) return;
    void during(async () => {
      await actions.protect(passphrase);
      setPassphrase("");
      setAgain("");
      return m.coffre.protectedNow;
    });
  }

  function draw(): void {
    setPassphrase(actions.drawWords());
    setShown(true);
  }

  return (
    <section className="section card protection">
      <h2>{m.coffre.protection}</h2>
      <p>{isProtected ? m.coffre.protected : m.coffre.unprotected}</p>
      <form onSubmit={protect} noValidate>
        <PassphraseFields {...{ passphrase, again, shown, differs, strength }} onPassphrase={setPassphrase} onAgain={setAgain} />
        <Button type="submit" isDisabled={!isReady}>
          {m.coffre.protect}
        </Button>
      </form>
      <div className="choices">
        <Button onPress={draw}>{m.coffre.draw}</Button>
        <Checkbox label={m.coffre.show} selected={shown} onChange={setShown}>
          {m.coffre.show}
        </Checkbox>
      </div>
      <Moves {...{ isProtected, passphrase, isReady, busy, actions, during }} />
      <p role="status">{said}</p>
    </section>
  );
}

/** One work at a time, and what came of it. */
function useWork() {
  const { m } = useWords();
  const [said, setSaid] = useState("");
  const [busy, setBusy] = useState(false);

  async function during(work: () => Promise<string>): Promise<void> {
    setBusy(true);
    setSaid(m.coffre.sealing);
    try {
      setSaid(await work());
    } catch {
      setSaid(m.coffre.notDone);
    } finally {
      setBusy(false);
    }
  }

  return { said, busy, during };
}

interface PassphraseFieldsProps {
  readonly passphrase: string;
  readonly again: string;
  readonly shown: boolean;
  readonly differs: boolean;
  readonly strength: Strength;
  readonly onPassphrase: (passphrase: string) => void;
  readonly onAgain: (again: string) => void;
}

/** The passphrase; and once more while it is not shown. */
function PassphraseFields({ passphrase, again, shown, differs, strength, onPassphrase, onAgain }: PassphraseFieldsProps) {
  const { m } = useWords();
  return (
    <>
      <Field
        label={m.coffre.passphrase}
        hint={passphrase === "" ? m.coffre.passphraseHint : strengthText(strength, m)}
        value={passphrase}
        onChange={onPassphrase}
        type={shown ? "text" : "password"}
      />
      {!shown && (
        <Field
          label={m.coffre.again}
          value={again}
          onChange={onAgain}
          type="password"
          error={differs && again.length >= passphrase.length && again !== "" ? m.coffre.differs : undefined}
        />
      )}
    </>
  );
}

interface MovesProps {
  readonly isProtected: boolean;
  readonly passphrase: string;
  readonly isReady: boolean;
  readonly busy: boolean;
  readonly actions: ProtectionActions;
  /** Runs a work and says what came of it. */
  readonly during: (work: () => Promise<string>) => Promise<void>;
}

/** Taking the passphrase away; the coffre as a file, out and in. */
function Moves({ isProtected, passphrase, isReady, busy, actions, during }: MovesProps) {
  const { m } = useWords();
  const run = (work: () => Promise<void>, done: string) => () =>
    void during(async () => {
      await work();
      return done;
    });
  return (
    <div className="choices">
      {isProtected && (
        <Button isDisabled={busy} onPress={run(actions.unprotect, m.coffre.unprotectedNow)}>
          {m.coffre.unprotect}
        </Button>
      )}
      <Button isDisabled={!isReady} onPress={run(() => actions.exportAll(passphrase), m.coffre.exported)}>
        {m.coffre.exportAll}
      </Button>
      <FilePick
        onFiles={([file]) => {
          if (file !== undefined) void during(async () => importedText(await actions.importFile(file, passphrase), m));
        }}
      >
        <Button isDisabled={passphrase === "" || busy}>{m.coffre.importFile}</Button>
      </FilePick>
    </div>
  );
}

function strengthText(strength: Strength, { coffre: { strengths } }: Messages): string {
  return { weak: strengths.weak, fair: strengths.fair, strong: strengths.strong }[strength];
}

function importedText(outcome: Imported, m: Messages): string {
  return outcome.state === "imported" ? m.coffre.imported(outcome.pieces, outcome.alreadyHere) : m.coffre.importFailures[outcome.state];
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

interface LostCoffreProps {
  /** Removes what nothing opens any more, and begins with an empty coffre. Rejects when the browser could not write it. */
  readonly onStartAgain: () => Promise<void>;
}

/** The browser's secret is gone: what is there cannot be opened, and is not removed before the person says so. */
export function LostCoffre({ onStartAgain }: LostCoffreProps) {
  const { m } = useWords();
  const { said, busy, during } = useWork();
  const [sure, setSure] = useState(false);
  const startAgain = () =>
    during(async () => {
      await onStartAgain();
      return "";
    });
  return (
    <main className="options coffre">
      <h1>{m.coffre.heading}</h1>
      <section className="card protection" role="alert">
        <h2>{m.coffre.lost.title}</h2>
        <p>{m.coffre.lost.text}</p>
        <p>{m.coffre.lost.todo}</p>
        <Checkbox label={m.coffre.lost.sure} selected={sure} onChange={setSure}>
          {m.coffre.lost.sure}
        </Checkbox>
        <Button isDisabled={!sure || busy} onPress={() => void startAgain()}>
          {m.coffre.lost.startAgain}
        </Button>
        <p role="status">{said}</p>
      </section>
    </main>
  );
}
