/** Asks for a passphrase to seal something with. */
import { type FormEvent, useState } from "react";
import { type Strength, strengthOf } from "../src/domain/passphrase.ts";
import type { Messages } from "../src/i18n/fr.ts";
import { Button, Checkbox, Field } from "./controls.tsx";
import { useWords } from "./words.tsx";

interface NewPassphraseProps {
  readonly intro: string;
  /** Name of the gesture. */
  readonly action: string;
  readonly known: readonly string[];
  readonly busy: boolean;
  /** Draws a passphrase of words, where that is offered. */
  readonly drawWords?: () => string;
  readonly onGive: (passphrase: string) => Promise<void>;
}

/** A new passphrase is shown or typed twice, and its strength is judged. One can be drawn at random. */
export function NewPassphrase({ intro, action, known, busy, drawWords, onGive }: NewPassphraseProps) {
  const { m } = useWords();
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const [shown, setShown] = useState(false);
  const strength = strengthOf(passphrase, known);
  const differs = !shown && again !== passphrase;
  // A passphrase typed once, without being seen, may not be the one that the person believes.
  const isReady = strength !== "weak" && !differs && !busy;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isReady) void onGive(passphrase);
  }

  return (
    <form className="panel" onSubmit={submit} noValidate>
      <p className="about">{intro}</p>
      <div className="twice">
        <Field
          label={m.coffre.passphrase}
          hint={passphrase === "" ? m.coffre.passphraseHint : strengthText(strength, m)}
          value={passphrase}
          onChange={setPassphrase}
          type={shown ? "text" : "password"}
          autoFocus
        />
        {!shown && (
          <Field
            label={m.coffre.again}
            value={again}
            onChange={setAgain}
            type="password"
            error={differs && again.length >= passphrase.length && again !== "" ? m.coffre.differs : undefined}
          />
        )}
      </div>
      <div className="choices">
        <Button look="primary" type="submit" isDisabled={!isReady}>
          {action}
        </Button>
        {drawWords !== undefined && (
          <Button
            onPress={() => {
              setPassphrase(drawWords());
              setShown(true);
            }}
          >
            {m.coffre.draw}
          </Button>
        )}
        <Checkbox label={m.coffre.show} selected={shown} onChange={setShown}>
          {m.coffre.show}
        </Checkbox>
      </div>
    </form>
  );
}

function strengthText(strength: Strength, { coffre: { strengths } }: Messages): string {
  return { weak: strengths.weak, fair: strengths.fair, strong: strengths.strong }[strength];
}
