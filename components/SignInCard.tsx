/** Who is signed in at the proxy, or why to sign in. */
import { KeyRound, LoaderCircle, UserRound } from "lucide-react";
import { useState } from "react";
import type { Output } from "../src/messages/contract.ts";
import type { Situation } from "../src/messages/situation.ts";
import { Button } from "./controls.tsx";
import { useWords } from "./words.tsx";

interface SignInCardProps {
  readonly service: Situation["service"];
  readonly onSignIn: () => Promise<Output<"signIn">["outcome"]>;
  readonly onSignOut: () => Promise<unknown>;
}

export function SignInCard({ service, onSignIn, onSignOut }: SignInCardProps) {
  const { m } = useWords();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const signIn = async () => {
    setBusy(true);
    setSaid(m.signIn.outcomes[await onSignIn().catch(() => "failed" as const)]);
    setBusy(false);
  };
  if (service.person !== null) {
    return (
      <p className="signed-in">
        <UserRound size={15} aria-hidden="true" />
        {m.signIn.as(service.person.name ?? m.signIn.someone)}
        <Button
          look="link"
          isDisabled={busy}
          onPress={async () => {
            await onSignOut();
            await signIn();
          }}
        >
          {m.signIn.change}
        </Button>
        <Button look="link" onPress={() => void onSignOut()}>
          {m.signIn.out}
        </Button>
      </p>
    );
  }
  if (!service.signInNeeded) return null;
  return (
    <section className="section card">
      <h2>
        <KeyRound size={17} aria-hidden="true" />
        {m.signIn.title}
      </h2>
      <p>{m.signIn.text}</p>
      <div className="choices">
        <Button look="primary" isDisabled={busy} onPress={signIn}>
          {busy && <LoaderCircle size={16} className="spinning" />}
          {m.signIn.action}
        </Button>
        <p role="status">{said}</p>
      </div>
    </section>
  );
}
